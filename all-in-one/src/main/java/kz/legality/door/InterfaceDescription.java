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
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.Arrays;
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

    /** What every call may be answered with beside what its controller says: the form of every refusal. */
    @Bean
    OpenApiCustomizer refusals() {
        return description -> {
            ResolvedSchema problem = ModelConverters.getInstance(true)
                    .resolveAsResolvedSchema(new AnnotatedType(Problem.class).resolveAsRef(true));
            problem.referencedSchemas.forEach(description.getComponents()::addSchemas);
            description.getPaths().values().stream()
                    .flatMap(path -> path.readOperations().stream())
                    .forEach(operation -> operation.getResponses().addApiResponse("default", refusal(problem.schema)));
        };
    }

    /** An order that changes nothing is no error. */
    @Bean
    OperationCustomizer ordersThatChangeNothing() {
        return (operation, method) -> {
            ApiResponse recorded = operation.getResponses().get("201");
            if (recorded != null) {
                operation
                        .getResponses()
                        .addApiResponse(
                                "200",
                                new ApiResponse()
                                        .description("it was so already, and nothing was recorded")
                                        .content(recorded.getContent()));
            }
            return operation;
        };
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
