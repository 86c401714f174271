package kz.legality.door.access.issuer;

import java.util.stream.Stream;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** Holds as long as no organisation's issuer was named; once one is, the embedded one does not exist. */
final class NoIssuerElsewhere implements Condition {
    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
        return Stream.of("issuer-uri", "jwk-set-uri", "public-key-location")
                .map(name -> "spring.security.oauth2.resourceserver.jwt." + name)
                .map(context.getEnvironment()::getProperty)
                .allMatch(value -> value == null || value.isBlank());
    }
}
