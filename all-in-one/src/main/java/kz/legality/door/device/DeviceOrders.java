package kz.legality.door.device;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import kz.legality.device.BlockGround;
import kz.legality.device.DeviceCommand.LiftBlock;
import kz.legality.device.DeviceCommand.RecordFact;
import kz.legality.device.DeviceCommand.WithdrawFact;
import kz.legality.device.DeviceEvent.DeviceBlocked;
import kz.legality.door.access.Caller;
import kz.legality.door.access.ReadingPurpose;
import kz.legality.door.problem.Asked;
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
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Orders about one device. 201 with the positions of the events an order led to; 200 with none when all is so already;
 * 409 with the refusal's code. An order repeated under its {@code Idempotency-Key} is answered with what it led to the
 * first time, whatever happened since: the key is part of the events it led to. The same key with another order is 422.
 */
@RestController
@RequestMapping("/api/v1/devices/{imei}")
class DeviceOrders {
    private final OrderDesk desk;
    private final Clock clock = Clock.systemUTC();

    DeviceOrders(OpenLedger ledger) {
        this.desk = new OrderDesk(ledger);
    }

    /**
     * Order of an authority; {@code orderedAt} is now where it is left out.
     *
     * @param reason of an order for one place, the article it rests on
     * @param place such as the perimeter of a prison; null where the order holds everywhere
     */
    record BlockOrder(
            @Nullable OffsetDateTime orderedAt,
            @Nullable String authority,
            @Nullable String reason,
            @Nullable String reference,
            @Nullable String place) {}

    /** @param liftsReference of the order that is lifted */
    record UnblockOrder(
            @Nullable String authority,
            @Nullable String reason,
            @Nullable String reference,
            @Nullable String liftsReference) {}

    /** @param sequence in the device's history of the fact that was recorded in error */
    record Correction(@Nullable Long sequence, @Nullable String reason) {}

    @PostMapping("/block")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<OrderReceipts.Receipt> block(
            @PathVariable String imei,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestBody BlockOrder order,
            Caller caller,
            ReadingPurpose purpose) {
        Imei asked = Asked.imei(imei);
        Required required = new Required();
        String authority = required.text("authority", order.authority());
        String reason = required.text("reason", order.reason());
        String reference = required.text("reference", order.reference());
        BlockGround ground = order.place() == null || order.place().isBlank()
                ? new BlockGround.Order(authority, reason, reference)
                : new BlockGround.PlaceOrder(authority, order.place().strip(), reason, reference);
        required.check();
        Source.Actor actor = OrderDesk.actor(caller, key);
        Instant at =
                order.orderedAt() == null ? clock.instant() : order.orderedAt().toInstant();
        return desk.take("block", order, new RecordFact(new DeviceBlocked(asked, at, actor, null, ground)), actor);
    }

    @PostMapping("/unblock")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<OrderReceipts.Receipt> unblock(
            @PathVariable String imei,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestBody UnblockOrder order,
            Caller caller,
            ReadingPurpose purpose) {
        Imei asked = Asked.imei(imei);
        Source.Actor actor = OrderDesk.actor(caller, key);
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
        return desk.take("unblock", order, lift, actor);
    }

    @PostMapping("/corrections")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<OrderReceipts.Receipt> correct(
            @PathVariable String imei,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestBody Correction correction,
            Caller caller,
            ReadingPurpose purpose) {
        Imei asked = Asked.imei(imei);
        Required required = new Required();
        long sequence = required.number("sequence", correction.sequence());
        String reason = required.text("reason", correction.reason());
        required.check();
        Source.Actor actor = OrderDesk.actor(caller, key);
        return desk.take(
                "corrections", correction, new WithdrawFact(asked, clock.instant(), actor, sequence, reason), actor);
    }
}
