package kz.legality.door;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the OpenAPI description at {@code /v3/api-docs} says of the whole. */
@Configuration
class InterfaceDescription {
    private static final String BEARER = "bearer";

    @Bean
    OpenAPI legalityLedger() {
        return new OpenAPI()
                .info(new Info()
                        .title("Legality Ledger")
                        .version("1")
                        .description(
                                "What happened to a device, in which order, and who knew it when. Errors are RFC 9457"
                                        + " problem details; answers made from a view carry X-Ledger-Position."))
                .components(new Components()
                        .addSecuritySchemes(
                                BEARER,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("bearer")
                                        .bearerFormat("JWT")))
                .addSecurityItem(new SecurityRequirement().addList(BEARER));
    }
}
