package kz.legality.door.access;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How fast one address may ask the public check, properties {@code ledger.public.*}.
 *
 * @param perMinute questions a minute in the long run
 * @param burst questions at once
 * @param trustedProxy addresses or networks (CIDR), by comma, whose {@code X-Forwarded-For} is believed; empty: nobody's
 */
@ConfigurationProperties("ledger.public")
record PublicPaceSettings(
        @DefaultValue("30") int perMinute,
        @DefaultValue("10") int burst,
        @DefaultValue("") String trustedProxy) {
    PublicPaceSettings {
        if (perMinute < 1 || burst < 1) {
            throw new IllegalArgumentException("ledger.public.per-minute and ledger.public.burst are at least 1");
        }
    }
}
