package kz.legality.rule;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kz.legality.device.DeviceEvent;
import kz.legality.device.DeviceEvent.DeviceUnblocked;
import kz.legality.device.DeviceEvent.Fact;
import kz.legality.device.DeviceEvent.FactWithdrawn;
import kz.legality.device.DeviceEvent.FindingDisposed;
import kz.legality.device.DeviceEvent.FindingRaised;
import kz.legality.device.DeviceEvent.FindingWithdrawn;
import kz.legality.device.DeviceEvent.Grandfathered;
import kz.legality.device.DeviceEvent.PairingUndone;
import kz.legality.device.ImeiFact.ImeiReplaced;
import kz.legality.device.ImeiFact.ImeisPaired;
import kz.legality.device.ImeiFact.Side;
import kz.legality.finding.Findings;
import kz.legality.identifier.Imei;
import org.jspecify.annotations.Nullable;

/**
 * One IMEI's stream as a rule reads it: the facts that count today, and the findings it holds.
 *
 * @param nextSequence how many events were folded
 * @param lifted when each block was lifted, by the block's sequence
 * @param parted from when on a pairing counts no longer, by the pairing's sequence
 * @param grandfathered whether it was in use before the rules
 */
public record CaseFile(
        Imei imei,
        long nextSequence,
        List<Told<Fact>> facts,
        Map<Long, Instant> lifted,
        Map<Long, Instant> parted,
        boolean grandfathered,
        Findings findings) {

    public static CaseFile of(Imei imei, Iterable<? extends DeviceEvent> events) {
        Map<Long, Fact> counting = new LinkedHashMap<>();
        Map<Long, Instant> lifted = new HashMap<>();
        Map<Long, Instant> parted = new HashMap<>();
        Findings findings = Findings.NONE;
        @Nullable Long registration = null;
        long sequence = 0;
        for (DeviceEvent event : events) {
            switch (event) {
                case Fact fact -> {
                    if (fact.corrects() != null) {
                        counting.remove(fact.corrects());
                    }
                    counting.put(sequence, fact);
                }
                case FactWithdrawn withdrawn -> counting.remove(withdrawn.corrects());
                case DeviceUnblocked unblocked -> lifted.put(unblocked.lifts(), unblocked.occurredAt());
                case PairingUndone undone -> parted.put(undone.undoes(), undone.occurredAt());
                case Grandfathered it -> registration = it.registration();
                case FindingRaised raised -> findings = findings.raised(raised.finding());
                case FindingWithdrawn withdrawn -> findings = findings.withdrawn(withdrawn.finding());
                case FindingDisposed disposed ->
                    findings = findings.disposed(
                            disposed.finding(), disposed.disposition(), disposed.by(), disposed.reason());
                // Consequences, and what says nothing of where a phone was.
                default -> {}
            }
            sequence++;
        }
        List<Told<Fact>> facts = new ArrayList<>(counting.size());
        counting.forEach((at, fact) -> facts.add(new Told<>(at, fact)));
        return new CaseFile(
                imei,
                sequence,
                List.copyOf(facts),
                Map.copyOf(lifted),
                Map.copyOf(parted),
                registration != null && counting.containsKey(registration),
                findings);
    }

    /**
     * Other IMEIs of the device by its own words, each with the moment until which it is one: two slots are until they
     * are parted, the old board until a new one took its place.
     */
    public Map<Imei, Instant> pairedUntil() {
        Map<Imei, Instant> paired = new HashMap<>();
        for (Told<ImeisPaired> told : all(ImeisPaired.class)) {
            paired.merge(
                    told.fact().other(),
                    parted.getOrDefault(told.sequence(), Instant.MAX),
                    (one, other) -> one.isAfter(other) ? one : other);
        }
        for (Told<ImeiReplaced> told : all(ImeiReplaced.class)) {
            if (told.fact().side() == Side.NEW_BOARD) {
                paired.putIfAbsent(told.fact().other(), told.at());
            }
        }
        return paired;
    }

    /** What happened until the moment. */
    public CaseFile until(Instant moment) {
        return moment.equals(Instant.MAX)
                ? this
                : new CaseFile(
                        imei,
                        nextSequence,
                        facts.stream().filter(it -> !it.at().isAfter(moment)).toList(),
                        lifted,
                        parted,
                        grandfathered,
                        findings);
    }

    /** The facts of one kind that count today. */
    public <F extends Fact> List<Told<F>> all(Class<F> kind) {
        List<Told<F>> some = new ArrayList<>();
        for (Told<Fact> told : facts) {
            if (kind.isInstance(told.fact())) {
                some.add(new Told<>(told.sequence(), kind.cast(told.fact())));
            }
        }
        return some;
    }
}
