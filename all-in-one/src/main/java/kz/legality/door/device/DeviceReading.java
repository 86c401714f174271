package kz.legality.door.device;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.SortedSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import kz.legality.access.AccessEvent.HistoryViewed;
import kz.legality.device.DeviceEvent;
import kz.legality.device.DeviceEvent.DeviceDeclared;
import kz.legality.device.DeviceEvent.DeviceExported;
import kz.legality.device.DeviceEvent.DeviceImported;
import kz.legality.door.access.Caller;
import kz.legality.door.access.ReadingPurpose;
import kz.legality.door.access.Role;
import kz.legality.door.answer.DeviceAnswer;
import kz.legality.door.answer.HistoryAnswer;
import kz.legality.door.answer.Moments;
import kz.legality.door.answer.Owners;
import kz.legality.door.answer.PersonalFields;
import kz.legality.door.problem.Asked;
import kz.legality.door.problem.RequestProblem;
import kz.legality.event.Source;
import kz.legality.identifier.DeclarationNumber;
import kz.legality.identifier.Imei;
import kz.legality.launch.AccessLog;
import kz.legality.launch.OpenLedger;
import kz.legality.query.device.DeviceHistory;
import kz.legality.query.device.DeviceState;
import kz.legality.query.device.Moment;
import kz.legality.query.device.RegisteredOwner;
import kz.legality.query.finding.FindingAnswer;
import kz.legality.rule.CaseFile;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What is known of a device, to those who may know it. Whoever is shown a person leaves his name in the access log. */
@RestController
@RequestMapping("/api/v1/devices/{imei}")
class DeviceReading {
    private final OpenLedger ledger;
    private final AccessLog accessLog;
    private final Clock clock = Clock.systemUTC();

    DeviceReading(OpenLedger ledger) {
        this.ledger = ledger;
        this.accessLog = new AccessLog(ledger.events());
    }

    @GetMapping
    ResponseEntity<DeviceAnswer> state(
            @PathVariable String imei,
            @RequestParam(required = false) @Nullable String asOf,
            @RequestParam(required = false) @Nullable String knownAt,
            Caller caller,
            ReadingPurpose purpose) {
        Imei asked = Asked.imei(imei);
        Moment moment = moment(asOf, knownAt);
        DeviceState state = ledger.queries().devices().state(asked, moment);
        requireOwnDevice(caller, state.owner());
        PersonalFields fields =
                mayOpen(caller, purpose) && isOfOffice(asked, caller) ? new PersonalFields(ledger.keys()) : null;
        DeviceAnswer answer = DeviceAnswer.of(
                state,
                Owners.shown(state.owner(), fields),
                mayReadFindings(caller) ? findings(asked, moment) : List.of());
        recordReading(asked, caller, purpose, fields);
        return at(state.position(), answer);
    }

    @GetMapping("/history")
    ResponseEntity<HistoryAnswer> history(
            @PathVariable String imei,
            @RequestParam(required = false) @Nullable String asOf,
            @RequestParam(required = false) @Nullable String knownAt,
            Caller caller,
            ReadingPurpose purpose) {
        Imei asked = Asked.imei(imei);
        if (isOnlyCitizen(caller)) {
            requireOwnDevice(
                    caller, ledger.queries().devices().state(asked, Moment.NOW).owner());
        }
        DeviceHistory history = ledger.queries().devices().history(asked, moment(asOf, knownAt));
        // A citizen sees his device's history, and of former owners nothing.
        PersonalFields fields =
                mayOpen(caller, purpose) && !isOnlyCitizen(caller) ? new PersonalFields(ledger.keys()) : null;
        HistoryAnswer answer = HistoryAnswer.of(
                history,
                event -> fields == null
                        ? PersonalFields.withhold(event.data())
                        : fields.open(event.data(), event.eventId()));
        recordReading(asked, caller, purpose, fields);
        return at(history.position(), answer);
    }

    private Moment moment(@Nullable String asOf, @Nullable String knownAt) {
        return Moments.asked(asOf, knownAt, ledger.policy().zone());
    }

    /** Tax secrecy keeps them from operators, customs and citizens. */
    private static boolean mayReadFindings(Caller caller) {
        return caller.is(Role.AUDITOR) || caller.is(Role.COURT) || caller.is(Role.REGULATOR);
    }

    private List<FindingAnswer> findings(Imei imei, Moment moment) {
        return ledger.queries().findings().ofDevice(imei, moment);
    }

    private static boolean mayOpen(Caller caller, ReadingPurpose purpose) {
        return purpose.mayReadPersonal() || isOnlyCitizen(caller);
    }

    /** A customs officer reads persons of what his own office let in or out, and of nothing else. */
    private boolean isOfOffice(Imei imei, Caller caller) {
        if (!caller.isOnly(Role.CUSTOMS)) {
            return true;
        }
        CaseFile file = ledger.caseFile(imei);
        return caller.office()
                .filter(office -> Stream.of(
                                declared(file, DeviceImported.class, DeviceImported::declaration),
                                declared(file, DeviceDeclared.class, DeviceDeclared::declaration),
                                declared(file, DeviceExported.class, DeviceExported::declaration))
                        .flatMap(papers -> papers)
                        .anyMatch(paper -> paper.office().equals(office)))
                .isPresent();
    }

    private static <F extends DeviceEvent.Fact> Stream<DeclarationNumber> declared(
            CaseFile file, Class<F> kind, Function<F, DeclarationNumber> paper) {
        return file.all(kind).stream().map(told -> paper.apply(told.fact()));
    }

    private static boolean isOnlyCitizen(Caller caller) {
        return caller.isOnly(Role.CITIZEN);
    }

    private static void requireOwnDevice(Caller caller, @Nullable RegisteredOwner owner) {
        if (!isOnlyCitizen(caller)) {
            return;
        }
        boolean own = owner instanceof RegisteredOwner.Person registered
                && caller.person()
                        .map(person -> registered.person().pseudonym().equals(person))
                        .orElse(false);
        if (!own) {
            throw RequestProblem.forbidden("a citizen reads of the devices registered to himself, and of no other");
        }
    }

    /** Before the answer leaves: what cannot be recorded is not shown. */
    private void recordReading(Imei imei, Caller caller, ReadingPurpose purpose, @Nullable PersonalFields fields) {
        if (fields == null || fields.opened().isEmpty()) {
            return;
        }
        SortedSet<String> opened = fields.opened();
        Instant now = clock.instant();
        accessLog.append(new HistoryViewed(
                imei,
                now,
                new Source.Actor(caller.actor(), UUID.randomUUID().toString()),
                caller.roles().stream().map(Role::name).sorted().toList(),
                List.copyOf(opened),
                stated(purpose.purpose(), "own device"),
                stated(purpose.legalBasis(), "own device"),
                purpose.caseId(),
                purpose.orderHash()));
    }

    private static String stated(@Nullable String text, String otherwise) {
        return text == null ? otherwise : text;
    }

    private static <T> ResponseEntity<T> at(long position, T answer) {
        return ResponseEntity.ok()
                .header("X-Ledger-Position", Long.toString(position))
                .header("Cache-Control", "no-store")
                .body(answer);
    }
}
