package kz.legality.door.device;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import kz.legality.device.ListStatus;
import kz.legality.door.problem.Asked;
import kz.legality.launch.OpenLedger;
import kz.legality.query.device.PublicCheck;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What anybody may ask of a phone: no owner, no history, at a limited pace. */
@RestController
@RequestMapping("/api/v1/public/devices/{imei}")
class PublicCheckDoor {
    private final OpenLedger ledger;

    PublicCheckDoor(OpenLedger ledger) {
        this.ledger = ledger;
    }

    /** @param advice what to do, as a stable name */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record PublicAnswer(
            String imei,
            ListStatus status,
            @Nullable String brand,
            @Nullable String model,
            @Nullable String marketingName,
            PublicCheck.Advice advice,
            @Nullable Instant deadline) {}

    @GetMapping
    ResponseEntity<PublicAnswer> check(@PathVariable String imei) {
        PublicCheck found = ledger.queries().devices().publicCheck(Asked.imei(imei));
        return ResponseEntity.ok()
                .header("X-Ledger-Position", Long.toString(found.position()))
                .header("Cache-Control", "no-store")
                .body(new PublicAnswer(
                        found.imei(),
                        found.status(),
                        found.brand(),
                        found.model(),
                        found.marketingName(),
                        found.advice(),
                        found.deadline()));
    }
}
