package kz.legality.door.device;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Objects;
import kz.legality.device.LifeCommand.DecideAppeal;
import kz.legality.device.LifeCommand.FileAppeal;
import kz.legality.device.LifeCommand.ResolveClone;
import kz.legality.device.Owner;
import kz.legality.device.ReviewFact.AppealKind;
import kz.legality.device.ReviewFact.Outcome;
import kz.legality.door.access.Caller;
import kz.legality.door.access.ReadingPurpose;
import kz.legality.door.access.Role;
import kz.legality.door.problem.Asked;
import kz.legality.door.problem.RequestProblem;
import kz.legality.event.Source;
import kz.legality.identifier.Imei;
import kz.legality.identifier.Imsi;
import kz.legality.identifier.Msisdn;
import kz.legality.launch.OpenLedger;
import kz.legality.secrecy.Subject;
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

/** What people decide about a device: appeals, and which of several copies is the genuine one. */
@RestController
@RequestMapping("/api/v1/devices/{imei}")
class ReviewOrders {
    private final OpenLedger ledger;
    private final OrderDesk desk;
    private final Clock clock = Clock.systemUTC();

    ReviewOrders(OpenLedger ledger) {
        this.ledger = ledger;
        this.desk = new OrderDesk(ledger);
    }

    /**
     * @param kind an appeal where it is left out
     * @param against sequence in the device's history of the block
     */
    record AppealOrder(
            @Nullable String number,
            @Nullable AppealKind kind,
            @Nullable Long against,
            @Nullable Party appellant,
            @Nullable String grounds) {}

    /** @param lawfulSince from when the device is lawful by this decision; null where it says nothing of that */
    record DecisionOrder(
            @Nullable String number,
            @Nullable Outcome outcome,
            @Nullable String decidedBy,
            @Nullable String reasoning,
            @Nullable OffsetDateTime lawfulSince) {}

    /** @param imsi of the subscriber who holds the genuine device */
    record ResolutionOrder(
            @Nullable String authority,
            @Nullable String reference,
            @Nullable String imsi,
            @Nullable String msisdn,
            @Nullable String evidence) {}

    @PostMapping("/appeals")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<OrderReceipts.Receipt> appeal(
            @PathVariable String imei,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestBody AppealOrder order,
            Caller caller,
            ReadingPurpose purpose) {
        Imei asked = Asked.imei(imei);
        Owner appellant = Party.owner("appellant", order.appellant(), ledger.pseudonyms());
        requireHimself(caller, appellant);
        Required required = new Required();
        Source.Actor actor = OrderDesk.actor(caller, key);
        FileAppeal appeal = new FileAppeal(
                asked,
                clock.instant(),
                actor,
                required.text("number", order.number()),
                order.kind() == null ? AppealKind.APPEAL : order.kind(),
                required.number("against", order.against()),
                appellant,
                required.text("grounds", order.grounds()));
        required.check();
        return desk.take("appeals", order, appeal, actor);
    }

    @PostMapping("/appeals/decision")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<OrderReceipts.Receipt> decide(
            @PathVariable String imei,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestBody DecisionOrder order,
            Caller caller,
            ReadingPurpose purpose) {
        Imei asked = Asked.imei(imei);
        Required required = new Required();
        String number = required.text("number", order.number());
        Outcome outcome = required.value("outcome", order.outcome());
        String decidedBy = required.text("decidedBy", order.decidedBy());
        String reasoning = required.text("reasoning", order.reasoning());
        required.check();
        Source.Actor actor = OrderDesk.actor(caller, key);
        Instant since = order.lawfulSince() == null ? null : order.lawfulSince().toInstant();
        DecideAppeal decide = new DecideAppeal(
                asked, clock.instant(), actor, number, Objects.requireNonNull(outcome), decidedBy, reasoning, since);
        return desk.take("appeals/decision", order, decide, actor);
    }

    @PostMapping("/clone-resolution")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<OrderReceipts.Receipt> resolve(
            @PathVariable String imei,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestBody ResolutionOrder order,
            Caller caller,
            ReadingPurpose purpose) {
        Imei asked = Asked.imei(imei);
        Required required = new Required();
        String authority = required.text("authority", order.authority());
        String reference = required.text("reference", order.reference());
        String writtenImsi = required.text("imsi", order.imsi());
        String writtenMsisdn = required.text("msisdn", order.msisdn());
        String evidence = required.text("evidence", order.evidence());
        required.check();
        Imsi imsi = Asked.as("imsi", () -> new Imsi(writtenImsi));
        Msisdn msisdn = Asked.as("msisdn", () -> new Msisdn(writtenMsisdn));
        Subject line = ledger.pseudonyms().lineOf(msisdn);
        Source.Actor actor = OrderDesk.actor(caller, key);
        ResolveClone resolve = new ResolveClone(
                asked,
                clock.instant(),
                actor,
                authority,
                reference,
                ledger.pseudonyms().of(imsi, line),
                ledger.pseudonyms().of(msisdn, line),
                evidence);
        return desk.take("clone-resolution", order, resolve, actor);
    }

    private static void requireHimself(Caller caller, Owner appellant) {
        if (caller.isOnly(Role.CITIZEN) && !caller.isOwner(appellant)) {
            throw RequestProblem.forbidden("a citizen appeals in his own name");
        }
    }
}
