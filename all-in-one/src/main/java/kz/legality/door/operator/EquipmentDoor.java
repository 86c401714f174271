package kz.legality.door.operator;

import java.security.Principal;
import java.time.Instant;
import kz.legality.launch.OpenLedger;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * N5g-eir_EquipmentIdentityCheck of 3GPP TS 29.511. Here comes whoever asks for the first time by a token;
 * {@link EquipmentShortcut} answers when he asks again.
 */
@RestController
class EquipmentDoor {
    private final EquipmentChecks checks;
    private final AdmittedTokens tokens;

    EquipmentDoor(OpenLedger ledger, AdmittedTokens tokens) {
        this.checks = new EquipmentChecks(ledger.queries().equipment(), ledger.pseudonyms(), ledger.policies());
        this.tokens = tokens;
    }

    /**
     * @param pei {@code imei-} and 15 digits, or {@code imeisv-} and 16
     * @param supi the subscriber: one who is excepted is served with a phone that others are not
     */
    @GetMapping(path = "/n5g-eir-eic/v1/equipment-status", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> check(
            @RequestParam(required = false) @Nullable String pei,
            @RequestParam(required = false) @Nullable String supi,
            @RequestParam(required = false) @Nullable String gpsi,
            @RequestParam(name = "supported-features", required = false) @Nullable String supportedFeatures,
            @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false) @Nullable String authorization,
            @Nullable Principal caller) {
        if (authorization != null && caller instanceof JwtAuthenticationToken token) {
            Instant expiry = token.getToken().getExpiresAt();
            if (expiry != null) {
                tokens.admit(authorization, expiry);
            }
        }
        EquipmentAnswer answer = checks.on(pei, supi, gpsi, supportedFeatures);
        ResponseEntity.BodyBuilder response = ResponseEntity.status(answer.status())
                .header("X-Ledger-Position", Long.toString(checks.position()))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .contentType(MediaType.parseMediaType(answer.type()));
        return response.body(answer.body());
    }

    /** The very same answers for the shortcut. */
    EquipmentChecks checks() {
        return checks;
    }
}
