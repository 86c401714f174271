package kz.legality.door;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.QueryParameter;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.Arrays;
import kz.legality.door.access.Caller;
import kz.legality.door.access.ReadingPurpose;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What {@code /v3/api-docs} says beside what the controllers show: the token, and what a reading is for. */
@Configuration(proxyBeanMethods = false)
class InterfaceDescription {
    private static final String TOKEN = "token";

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
