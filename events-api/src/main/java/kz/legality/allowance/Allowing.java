package kz.legality.allowance;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import kz.legality.allowance.AllowanceEvent.AllowanceReturned;
import kz.legality.allowance.AllowanceEvent.AllowanceUsed;
import kz.legality.allowance.PersonAllowance.Line;
import kz.legality.device.Brought;
import kz.legality.device.Deciding;
import kz.legality.device.Decision;
import kz.legality.device.Device;
import kz.legality.device.DeviceCommand;
import kz.legality.device.DeviceCommand.JudgeByAllowance;
import kz.legality.device.DeviceCommand.RecordDeclaration;
import kz.legality.device.DeviceCommand.Verdict;
import kz.legality.device.DeviceCommand.WithdrawFact;
import kz.legality.device.DeviceEvent;
import kz.legality.device.DeviceEvent.DeviceDeclared;
import kz.legality.device.Origin;
import kz.legality.event.LedgerEvent;
import kz.legality.event.Source;
import kz.legality.identifier.Imei;
import kz.legality.policy.PolicyBook;
import kz.legality.secrecy.Pseudonym;
import org.jspecify.annotations.Nullable;

/**
 * What a personal declaration leads to, and what its withdrawal does: in the record of its device, in its person's
 * allowance, and in the records of his other devices. All of it is to be stored together or not at all.
 */
public final class Allowing {
    /** The records as they stand. */
    public interface Records {
        Device device(Imei imei);

        PersonAllowance allowance(Pseudonym person);
    }

    private final Records records;
    private final PolicyBook book;
    private final Map<String, Device> devices = new HashMap<>();
    private final Map<Pseudonym, PersonAllowance> allowances = new HashMap<>();
    private final List<LedgerEvent> events = new ArrayList<>();

    private Allowing(Records records, PolicyBook book) {
        this.records = records;
        this.book = book;
    }

    /**
     * The events of a declaration; none where it was recorded before.
     *
     * @param knownAt when the ledger was told: the person's other devices lose by it from then on, and not before
     */
    public static List<LedgerEvent> declared(DeviceDeclared fact, Instant knownAt, Records records, PolicyBook book) {
        return new Allowing(records, book).declaring(fact, knownAt);
    }

    /**
     * The events of a withdrawal, where it is a personal declaration's; empty where it is not, and the device's own record
     * is all that it touches.
     */
    public static Optional<List<LedgerEvent>> withdrawn(WithdrawFact command, Records records, PolicyBook book) {
        return new Allowing(records, book).withdrawing(command);
    }

    private List<LedgerEvent> declaring(DeviceDeclared fact, Instant knownAt) {
        Optional<DeviceEvent.Fact> news = Deciding.news(fact, device(fact.imei()));
        if (news.isEmpty()) {
            return List.of();
        }
        Pseudonym person = fact.person().pseudonym();
        Optional<Brought> corrected = brought(fact.imei(), news.get().corrects());
        Map<Line, Verdict> before = allowance(person).verdicts(book);
        AllowanceUsed used = AllowanceUsed.by(fact);
        take(used);
        Map<Line, Verdict> after = allowance(person).verdicts(book);
        Line own = Line.of(used);
        decide(new RecordDeclaration(
                fact, knownAt, Objects.requireNonNull(after.get(own), "a line that counts is judged")));
        judge(before, after, own, knownAt);
        corrected
                .filter(it -> !it.person().equals(person))
                .ifPresent(it -> giveBack(it, fact.imei(), knownAt, fact.source()));
        return List.copyOf(events);
    }

    private Optional<List<LedgerEvent>> withdrawing(WithdrawFact command) {
        Optional<Brought> brought = brought(command.imei(), command.sequence());
        if (brought.isEmpty()) {
            return Optional.empty();
        }
        decide(command);
        giveBack(brought.get(), command.imei(), command.at(), command.source());
        return Optional.of(List.copyOf(events));
    }

    private void giveBack(Brought brought, Imei imei, Instant at, Source source) {
        Map<Line, Verdict> before = allowance(brought.person()).verdicts(book);
        AllowanceReturned returned = new AllowanceReturned(brought.person(), at, source, imei, brought.declaration());
        if (!allowance(brought.person()).lines().containsKey(Line.of(returned))) {
            return;
        }
        take(returned);
        judge(before, allowance(brought.person()).verdicts(book), Line.of(returned), at);
    }

    /** Tells the other devices what changed for them. */
    private void judge(Map<Line, Verdict> before, Map<Line, Verdict> after, Line own, Instant at) {
        after.forEach((line, verdict) -> {
            Verdict earlier = before.get(line);
            boolean changed = earlier == null || earlier.bound() != verdict.bound();
            if (changed && !line.equals(own)) {
                decide(new JudgeByAllowance(line.printed(), at, line.declaration(), verdict));
            }
        });
    }

    private void decide(DeviceCommand command) {
        Decision decision = Deciding.on(command, device(command.imei()), book.inForceAt(command.at()));
        for (DeviceEvent event : decision.events()) {
            devices.put(event.stream(), device(event.imei()).after(event));
            events.add(event);
        }
    }

    private void take(AllowanceEvent event) {
        allowances.put(event.person(), allowance(event.person()).after(event));
        events.add(event);
    }

    private Optional<Brought> brought(Imei imei, @Nullable Long sequence) {
        return device(imei).origins().stream()
                .filter(origin -> sequence != null && origin.sequence() == sequence)
                .map(Origin::brought)
                .filter(Objects::nonNull)
                .findFirst();
    }

    private Device device(Imei imei) {
        return devices.computeIfAbsent(imei.key(), unread -> records.device(imei));
    }

    private PersonAllowance allowance(Pseudonym person) {
        return allowances.computeIfAbsent(person, records::allowance);
    }
}
