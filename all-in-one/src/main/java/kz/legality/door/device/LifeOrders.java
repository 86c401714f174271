package kz.legality.door.device;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Objects;
import kz.legality.device.ExemptionFact.Exemption;
import kz.legality.device.ImeiFact.PairingEvidence;
import kz.legality.device.ImeiFact.Side;
import kz.legality.device.LifeCommand;
import kz.legality.device.LifeCommand.Loss;
import kz.legality.device.ListStatus;
import kz.legality.device.Owner;
import kz.legality.door.access.Caller;
import kz.legality.door.access.ReadingPurpose;
import kz.legality.door.access.Role;
import kz.legality.door.problem.Asked;
import kz.legality.door.problem.RequestProblem;
import kz.legality.event.Source;
import kz.legality.identifier.Bin;
import kz.legality.identifier.Imei;
import kz.legality.launch.DeviceRecord;
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

/** Orders about a device's owners, its other IMEIs, its losses and its exemptions; answered as {@link DeviceOrders}. */
@RestController
@RequestMapping("/api/v1/devices/{imei}")
class LifeOrders {
    private final OpenLedger ledger;
    private final OrderDesk desk;
    private final Clock clock = Clock.systemUTC();

    LifeOrders(OpenLedger ledger) {
        this.ledger = ledger;
        this.desk = new OrderDesk(ledger);
    }

    /**
     * @param to the new owner; null where the registration is only given up
     * @param basis the contract, the deed or the application
     */
    record OwnershipOrder(
            @Nullable Party from,
            @Nullable Party to,
            @Nullable String basis,
            @Nullable OffsetDateTime at) {}

    /**
     * @param undo true where the two are held to be of one device no longer
     * @param reference of the paper or picture that shows it; of an undoing, its reason
     */
    record PairingOrder(
            @Nullable String other,
            @Nullable PairingEvidence evidence,
            @Nullable String reference,
            @Nullable Boolean undo) {}

    /** @param replacement the IMEI of the new board */
    record BoardOrder(
            @Nullable String replacement,
            @Nullable String serviceCentre,
            @Nullable String reference,
            @Nullable OffsetDateTime at) {}

    record LossOrder(
            @Nullable Loss kind,
            @Nullable String authority,
            @Nullable String reference,
            @Nullable OffsetDateTime at) {}

    record FoundOrder(
            @Nullable String authority,
            @Nullable String reference,
            @Nullable String reason,
            @Nullable OffsetDateTime at) {}

    /** @param lift true where it is taken off the list */
    record BarOrder(
            @Nullable String list,
            @Nullable String authority,
            @Nullable String basis,
            @Nullable Boolean lift) {}

    /** @param end true where the exemption ends */
    record ExemptionOrder(
            @Nullable Exemption exemption,
            @Nullable String basis,
            @Nullable Boolean end) {}

    @PostMapping("/ownership")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<OrderReceipts.Receipt> ownership(
            @PathVariable String imei,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestBody OwnershipOrder order,
            Caller caller,
            ReadingPurpose purpose) {
        Imei asked = Asked.imei(imei);
        Owner from = Party.owner("from", order.from(), ledger.pseudonyms());
        requireOwn(caller, asked, from);
        Required required = new Required();
        String basis = required.text("basis", order.basis());
        required.check();
        Source.Actor actor = OrderDesk.actor(caller, key);
        Instant at = at(order.at());
        LifeCommand command = order.to() == null
                ? new LifeCommand.Deregister(asked, at, actor, from, basis)
                : new LifeCommand.TransferOwnership(
                        asked, at, actor, from, Party.owner("to", order.to(), ledger.pseudonyms()), basis);
        return desk.take("ownership", order, command, actor);
    }

    @PostMapping("/pairing")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<OrderReceipts.Receipt> pairing(
            @PathVariable String imei,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestBody PairingOrder order,
            Caller caller,
            ReadingPurpose purpose) {
        Imei asked = Asked.imei(imei);
        Required required = new Required();
        String written = required.text("other", order.other());
        String reference = required.text("reference", order.reference());
        boolean undo = Boolean.TRUE.equals(order.undo());
        PairingEvidence evidence = undo ? null : required.value("evidence", order.evidence());
        required.check();
        Imei other = Asked.as("other", () -> Imei.declared(written));
        Source.Actor actor = OrderDesk.actor(caller, key);
        Instant now = clock.instant();
        if (evidence == null) {
            return desk.take(
                    "pairing",
                    order,
                    new LifeCommand.UndoPairing(asked, now, actor, other, reference),
                    new LifeCommand.UndoPairing(other, now, actor, asked, reference),
                    actor);
        }
        return desk.take(
                "pairing",
                order,
                new LifeCommand.PairImeis(asked, now, actor, other, evidence, reference, standing(other)),
                new LifeCommand.PairImeis(other, now, actor, asked, evidence, reference, standing(asked)),
                actor);
    }

    /** Asked of the old board's IMEI. */
    @PostMapping("/board")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<OrderReceipts.Receipt> board(
            @PathVariable String imei,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestBody BoardOrder order,
            Caller caller,
            ReadingPurpose purpose) {
        Imei old = Asked.imei(imei);
        Required required = new Required();
        String written = required.text("replacement", order.replacement());
        String centre = required.text("serviceCentre", order.serviceCentre());
        String reference = required.text("reference", order.reference());
        required.check();
        Imei fresh = Asked.as("replacement", () -> Imei.declared(written));
        Bin serviceCentre = Asked.as("serviceCentre", () -> new Bin(centre));
        Source.Actor actor = OrderDesk.actor(caller, key);
        Instant at = at(order.at());
        return desk.take(
                "board",
                order,
                new LifeCommand.ReplaceBoard(
                        old, at, actor, fresh, Side.OLD_BOARD, serviceCentre, reference, standing(fresh)),
                new LifeCommand.ReplaceBoard(
                        fresh, at, actor, old, Side.NEW_BOARD, serviceCentre, reference, standing(old)),
                actor);
    }

    @PostMapping("/stolen")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<OrderReceipts.Receipt> stolen(
            @PathVariable String imei,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestBody LossOrder order,
            Caller caller,
            ReadingPurpose purpose) {
        Imei asked = Asked.imei(imei);
        Required required = new Required();
        Source.Actor actor = OrderDesk.actor(caller, key);
        LifeCommand.ReportLoss report = new LifeCommand.ReportLoss(
                asked,
                at(order.at()),
                actor,
                order.kind() == null ? Loss.STOLEN : order.kind(),
                required.text("authority", order.authority()),
                required.text("reference", order.reference()));
        required.check();
        return desk.take("stolen", order, report, actor);
    }

    @PostMapping("/found")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<OrderReceipts.Receipt> found(
            @PathVariable String imei,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestBody FoundOrder order,
            Caller caller,
            ReadingPurpose purpose) {
        Imei asked = Asked.imei(imei);
        Required required = new Required();
        Source.Actor actor = OrderDesk.actor(caller, key);
        LifeCommand.ReportFound report = new LifeCommand.ReportFound(
                asked,
                at(order.at()),
                actor,
                required.text("authority", order.authority()),
                required.text("reference", order.reference()),
                required.text("reason", order.reason()));
        required.check();
        return desk.take("found", order, report, actor);
    }

    @PostMapping("/bar")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<OrderReceipts.Receipt> bar(
            @PathVariable String imei,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestBody BarOrder order,
            Caller caller,
            ReadingPurpose purpose) {
        Imei asked = Asked.imei(imei);
        Required required = new Required();
        String list = required.text("list", order.list());
        String authority = required.text("authority", order.authority());
        String basis = required.text("basis", order.basis());
        required.check();
        Source.Actor actor = OrderDesk.actor(caller, key);
        LifeCommand command = Boolean.TRUE.equals(order.lift())
                ? new LifeCommand.LiftBar(asked, clock.instant(), actor, list, authority, basis)
                : new LifeCommand.Bar(asked, clock.instant(), actor, list, authority, basis);
        return desk.take("bar", order, command, actor);
    }

    @PostMapping("/exemption")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<OrderReceipts.Receipt> exemption(
            @PathVariable String imei,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestBody ExemptionOrder order,
            Caller caller,
            ReadingPurpose purpose) {
        Imei asked = Asked.imei(imei);
        Required required = new Required();
        Exemption exemption = required.value("exemption", order.exemption());
        String basis = required.text("basis", order.basis());
        required.check();
        Source.Actor actor = OrderDesk.actor(caller, key);
        Exemption ground = Objects.requireNonNull(exemption);
        LifeCommand command = Boolean.TRUE.equals(order.end())
                ? new LifeCommand.EndExemption(asked, clock.instant(), actor, ground, basis)
                : new LifeCommand.Exempt(asked, clock.instant(), actor, ground, basis);
        return desk.take("exemption", order, command, actor);
    }

    /** A citizen hands on what is his, and an operator acts for its own subscribers. */
    private void requireOwn(Caller caller, Imei imei, Owner from) {
        if (caller.isOnly(Role.CITIZEN) && !caller.isOwner(from)) {
            throw RequestProblem.forbidden("a citizen hands on what is registered to himself, and nothing else");
        }
        boolean subscriber = DeviceRecord.of(ledger, imei).bindings().stream()
                .anyMatch(it -> it.owner().equals(from.reference())
                        && Objects.equals(it.operator(), caller.operator().orElse(null)));
        if (caller.isOnly(Role.OPERATOR) && !subscriber) {
            throw RequestProblem.forbidden("an operator acts for its own subscribers, and for nobody else");
        }
    }

    private ListStatus standing(Imei imei) {
        return DeviceRecord.standing(ledger, imei).status();
    }

    private Instant at(@Nullable OffsetDateTime said) {
        return said == null ? clock.instant() : said.toInstant();
    }
}
