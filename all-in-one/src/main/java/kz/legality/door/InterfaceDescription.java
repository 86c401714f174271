package kz.legality.door;

import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.core.converter.ResolvedSchema;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.QueryParameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.Arrays;
import java.util.List;
import kz.legality.door.access.Caller;
import kz.legality.door.access.ReadingPurpose;
import kz.legality.door.problem.Problem;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What {@code /v3/api-docs} says beside what the controllers show: the token, and what a reading is for. */
@Configuration(proxyBeanMethods = false)
class InterfaceDescription {
    private static final String TOKEN = "token";
    private static final String PROBLEM_JSON = "application/problem+json";

    /** Where a POST is answered with 202, and where with 201. */
    private static final List<String> LATER = List.of(
            "/api/v1/files/",
            "/api/v1/evidence",
            "/api/v1/maintenance/replay",
            "/api/v1/maintenance/fsck",
            "/api/v1/maintenance/archive",
            "/api/v1/maintenance/backup");

    private static final List<String> RECORDED =
            List.of("/api/v1/devices/", "/api/v1/findings/", "/api/v1/lists/", "/api/v1/policies");

    static {
        // Made from the token and the query; a caller sends neither.
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Caller.class, ReadingPurpose.class);
    }

    @Bean
    OpenAPI description() {
        return new OpenAPI()
                .info(new Info()
                        .title("Legality Ledger")
                        .version("1")
                        .description("What happened to a mobile phone, in which order, and who knew it when."))
                .components(new Components()
                        .addSecuritySchemes(
                                TOKEN,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("bearer")
                                        .bearerFormat("JWT")))
                .addSecurityItem(new SecurityRequirement().addList(TOKEN));
    }

    /** The statuses that are answered beside 200, or in its place, and the form of every refusal. */
    @Bean
    OpenApiCustomizer answeredStatuses() {
        return description -> {
            ResolvedSchema problem = ModelConverters.getInstance(true)
                    .resolveAsResolvedSchema(new AnnotatedType(Problem.class).resolveAsRef(true));
            problem.referencedSchemas.forEach(description.getComponents()::addSchemas);
            description.getPaths().forEach((path, item) -> {
                if (item.getPost() != null) {
                    answered(path, item.getPost().getResponses());
                }
                item.readOperations()
                        .forEach(operation ->
                                operation.getResponses().addApiResponse("default", refusal(problem.schema)));
            });
        };
    }

    private static void answered(String path, ApiResponses responses) {
        ApiResponse usual = responses.get("200");
        if (usual == null) {
            return;
        }
        if (LATER.stream().anyMatch(path::startsWith)) {
            responses.remove("200");
            responses.addApiResponse("202", said(usual, "kept, and done later: Location or GET tells how far it is"));
        } else if (RECORDED.stream().anyMatch(path::startsWith)) {
            responses.addApiResponse("201", said(usual, "recorded"));
            usual.setDescription("it was so already, and nothing was recorded");
        }
    }

    private static ApiResponse said(ApiResponse usual, String description) {
        return new ApiResponse().description(description).content(usual.getContent());
    }

    private static ApiResponse refusal(Schema<?> problem) {
        return new ApiResponse()
                .description("a refusal as RFC 9457 writes it")
                .content(new Content().addMediaType(PROBLEM_JSON, new MediaType().schema(problem)));
    }

    @Bean
    OperationCustomizer statedPurposes() {
        return (operation, method) -> {
            boolean states = Arrays.stream(method.getMethodParameters())
                    .anyMatch(parameter -> parameter.getParameterType().equals(ReadingPurpose.class));
            if (states) {
                for (ReadingPurpose.Stated stated : ReadingPurpose.Stated.values()) {
                    operation.addParametersItem(new QueryParameter()
                            .name(stated.parameter())
                            .description("or the header " + stated.header())
                            .schema(new StringSchema()));
                }
            }
            return operation;
        };
    }
}
