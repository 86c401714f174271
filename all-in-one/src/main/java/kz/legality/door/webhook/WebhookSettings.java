package kz.legality.door.webhook;

import java.net.URI;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Whom the ledger calls when a status changes, properties {@code ledger.webhooks.*}.
 *
 * @param loopbackAllowed whether an address may be this machine, and plain HTTP there
 * @param privateAllowed whether an address may be of a private network, as operators behind a VPN have
 * @param operators by name
 */
@ConfigurationProperties("ledger.webhooks")
record WebhookSettings(
        @DefaultValue("false") boolean loopbackAllowed,
        @DefaultValue("false") boolean privateAllowed,
        @DefaultValue Map<String, Hook> operators) {
    private static final int SECRET_CHARS_MIN = 32;

    /**
     * One operator.
     *
     * @param url what is called
     * @param secret shared with the operator, at least {@value #SECRET_CHARS_MIN} characters
     */
    record Hook(URI url, String secret) {
        Hook {
            if (secret.length() < SECRET_CHARS_MIN) {
                throw new IllegalArgumentException(
                        "ledger.webhooks: a secret has at least " + SECRET_CHARS_MIN + " characters");
            }
        }

        /** The secret stays out of logs. */
        @Override
        public String toString() {
            return "Hook[" + url + "]";
        }
    }
}
