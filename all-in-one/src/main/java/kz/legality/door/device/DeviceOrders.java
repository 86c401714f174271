package kz.legality.door.device;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kz.legality.device.BlockGround;
import kz.legality.device.Decision;
import kz.legality.device.DeviceCommand;
import kz.legality.device.DeviceCommand.LiftBlock;
import kz.legality.device.DeviceCommand.RecordFact;
import kz.legality.device.DeviceCommand.WithdrawFact;
import kz.legality.device.DeviceEvent.DeviceBlocked;
import kz.legality.door.access.Caller;
import kz.legality.door.access.ReadingPurpose;
import kz.legality.door.problem.Asked;
import kz.legality.door.problem.Problem;
import kz.legality.door.problem.RequestProblem;
import kz.legality.event.Source;
import kz.legality.identifier.Imei;
import kz.legality.launch.OpenLedger;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Orders about one device. 201 with the positions of the events an order led to; 200 with none when all is so already;
 * 409 with the refusal's code. An order repeated under its {@code Idempotency-Key} is answered with what it led to the
 * first time, whatever happened since: the key is part of the events it led to.
 */
@RestController
@RequestMapping("/api/v1/devices/{imei}")
class DeviceOrders {
    private static final int KEY_CHARS_MAX = 200;

    private final OpenLedger ledger;
    private final OrderReceipts receipts;
    private final Clock clock = Clock.systemUTC();

    DeviceOrders(OpenLedger ledger) {
        this.ledger = ledger;
        this.receipts = new OrderReceipts(ledger);
    }

    /** Order of an authority; {@code orderedAt} is now where it is left out. */
    record BlockOrder(
            @Nullable OffsetDateTime orderedAt,
            @Nullable String authority,
            @Nullable String reason,
            @Nullable String reference) {}

    /** @param liftsReference of the order that is lifted */
    record UnblockOrder(
            @Nullable String authority,
            @Nullable String reason,
            @Nullable String reference,
            @Nullable String liftsReference) {}

    /** @param sequence in the device's history of the fact that was recorded in error */
    record Correction(@Nullable Long sequence, @Nullable String reason) {}

    @PostMapping("/block")
    ResponseEntity<OrderReceipts.Receipt> block(
            @PathVariable String imei,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestBody BlockOrder order,
            Caller caller,
            ReadingPurpose purpose) {
        Imei asked = Asked.as("imei", () -> Imei.declared(imei));
        Required required = new Required();
        BlockGround.Order ground = new BlockGround.Order(
                required.text("authority", order.authority()),
                required.text("reason", order.reason()),
                required.text("reference", order.reference()));
        required.check();
        Source.Actor actor = actor(caller, key);
        Instant at =
                order.orderedAt() == null ? clock.instant() : order.orderedAt().toInstant();
        return send(new RecordFact(new DeviceBlocked(asked, at, actor, null, ground)), actor);
    }

    @PostMapping("/unblock")
    ResponseEntity<OrderReceipts.Receipt> unblock(
            @PathVariable String imei,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestBody UnblockOrder order,
            Caller caller,
            ReadingPurpose purpose) {
        Imei asked = Asked.as("imei", () -> Imei.declared(imei));
        Source.Actor actor = actor(caller, key);
        Required required = new Required();
        LiftBlock lift = new LiftBlock(
                asked,
                clock.instant(),
                actor,
                required.text("authority", order.authority()),
                required.text("reason", order.reason()),
                required.text("liftsReference", order.liftsReference()),
                required.text("reference", order.reference()));
        required.check();
        return send(lift, actor);
    }

    @PostMapping("/corrections")
    ResponseEntity<OrderReceipts.Receipt> correct(
            @PathVariable String imei,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestBody Correction correction,
            Caller caller,
            ReadingPurpose purpose) {
        Imei asked = Asked.as("imei", () -> Imei.declared(imei));
        Required required = new Required();
        long sequence = required.number("sequence", correction.sequence());
        String reason = required.text("reason", correction.reason());
        required.check();
        Source.Actor actor = actor(caller, key);
        return send(new WithdrawFact(asked, clock.instant(), actor, sequence, reason), actor);
    }

    private ResponseEntity<OrderReceipts.Receipt> send(DeviceCommand command, Source.Actor actor) {
        OrderReceipts.Receipt before = receipts.of(command.imei(), actor);
        if (!before.positions().isEmpty()) {
            return ResponseEntity.status(HttpStatus.CREATED).body(before);
        }
        return switch (ledger.commands().send(command, Map.of())) {
            case Decision.Refused refused ->
                throw RequestProblem.refused(refused.refusal().name(), refused.detail());
            case Decision.Accepted accepted -> answer(accepted, command.imei(), actor);
        };
    }

    private ResponseEntity<OrderReceipts.Receipt> answer(Decision.Accepted accepted, Imei imei, Source.Actor actor) {
        return accepted.events().isEmpty()
                ? ResponseEntity.ok(new OrderReceipts.Receipt(imei.printed(), List.of()))
                : ResponseEntity.status(HttpStatus.CREATED).body(receipts.of(imei, actor));
    }

    private static Source.Actor actor(Caller caller, @Nullable String key) {
        if (key != null && (key.isBlank() || key.length() > KEY_CHARS_MAX)) {
            throw RequestProblem.badParameter("Idempotency-Key", "1 to " + KEY_CHARS_MAX + " characters");
        }
        // The name is followed by the request in the stored text, with a # between.
        return new Source.Actor(caller.actor(), key == null ? UUID.randomUUID().toString() : key.replace('#', '_'));
    }

    /** Gathers what is missing, so that the caller mends it all at once. */
    private static final class Required {
        private final List<Problem.Fault> missing = new ArrayList<>();

        String text(String name, @Nullable String value) {
            if (value == null || value.isBlank()) {
                missing.add(new Problem.Fault("#/" + name, "is missing"));
                return "";
            }
            return value.strip();
        }

        long number(String name, @Nullable Long value) {
            if (value == null) {
                missing.add(new Problem.Fault("#/" + name, "is missing"));
                return 0;
            }
            return value;
        }

        void check() {
            if (!missing.isEmpty()) {
                throw RequestProblem.badRequest("the order is not complete", missing);
            }
        }
    }
}
