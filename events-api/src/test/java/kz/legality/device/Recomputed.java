package kz.legality.device;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import kz.legality.device.DeviceEvent.CloneDetected;
import kz.legality.device.DeviceEvent.DeviceBlocked;
import kz.legality.device.DeviceEvent.DeviceDeclared;
import kz.legality.device.DeviceEvent.DeviceExported;
import kz.legality.device.DeviceEvent.DeviceImported;
import kz.legality.device.DeviceEvent.DeviceRegistered;
import kz.legality.device.DeviceEvent.DeviceUnblocked;
import kz.legality.device.DeviceEvent.Fact;
import kz.legality.device.DeviceEvent.FactWithdrawn;
import kz.legality.device.DeviceEvent.Grandfathered;
import kz.legality.device.DeviceEvent.GreyTermStarted;
import kz.legality.device.DeviceEvent.PairingUndone;
import kz.legality.device.ExemptionFact.Exempted;
import kz.legality.device.ExemptionFact.Exemption;
import kz.legality.device.ExemptionFact.ExemptionEnded;
import kz.legality.device.ImeiFact.ImeiReplaced;
import kz.legality.device.ImeiFact.ImeisPaired;
import kz.legality.device.ImeiFact.Side;
import kz.legality.device.ListFact.DeviceApproved;
import kz.legality.device.ListFact.ListingEnded;
import kz.legality.device.LossFact.BarLifted;
import kz.legality.device.LossFact.Barred;
import kz.legality.device.LossFact.Recovered;
import kz.legality.device.LossFact.ReportedLost;
import kz.legality.device.LossFact.ReportedStolen;
import kz.legality.device.OriginFact.LocallyManufactured;
import kz.legality.device.OriginFact.WarrantyReturned;
import kz.legality.device.OwnershipFact.OwnershipTransferred;
import kz.legality.device.ReviewFact.AppealDecided;
import kz.legality.device.ReviewFact.AppealFiled;
import kz.legality.device.ReviewFact.CheckResult;
import kz.legality.device.ReviewFact.CloneResolved;
import kz.legality.device.ReviewFact.LegalityChecked;
import kz.legality.device.ReviewFact.Outcome;
import kz.legality.device.ReviewFact.Register;
import kz.legality.policy.ExportTerms.TurnoverDate;
import kz.legality.policy.Policy;
import org.jspecify.annotations.Nullable;

/**
 * Where a device stands, worked out anew from the list of its events with no state kept between them: slow, and written
 * without a look at {@link Device}, so that the two can disagree.
 */
final class Recomputed {
    private final List<DeviceEvent> events;
    private final Policy policy;
    private final Instant asOf;

    Recomputed(List<DeviceEvent> known, Policy policy, Instant asOf) {
        this.events = known;
        this.policy = policy;
        this.asOf = asOf;
    }

    /** Status and the reasons that are not mere companions of it. */
    ListStatus status() {
        if (!blocks().isEmpty() || counts(CloneResolved.class, it -> true)) {
            return ListStatus.BLACK;
        }
        if (counts(CloneDetected.class, it -> true)) {
            return ListStatus.GREY;
        }
        if (lawful() || exempt()) {
            return ListStatus.WHITE;
        }
        return term().isPresent() ? ListStatus.GREY : ListStatus.UNKNOWN;
    }

    @Nullable
    Instant deadline() {
        boolean runs = status() == ListStatus.GREY && !lawful() && !exempt();
        return runs ? term().map(GreyTermStarted::deadline).orElse(null) : null;
    }

    /** Sequences of the blocks that stand. */
    Set<Long> blocks() {
        Set<Long> standing = new TreeSet<>();
        for (int i = 0; i < events.size(); i++) {
            DeviceEvent event = events.get(i);
            boolean block = event instanceof DeviceBlocked
                    || event instanceof ReportedStolen
                    || event instanceof ReportedLost
                    || event instanceof Barred;
            if (block && alive(i) && happened(event) && !lifted(i) && !settled(event) && !overruled(root(i))) {
                standing.add((long) i);
            }
        }
        return standing;
    }

    private boolean alive(int sequence) {
        return alive(sequence, events.size());
    }

    private boolean alive(int sequence, int until) {
        for (int j = sequence + 1; j < until; j++) {
            Long corrected = switch (events.get(j)) {
                case Fact fact -> fact.corrects();
                case FactWithdrawn withdrawn -> withdrawn.corrects();
                default -> null;
            };
            if (corrected != null && corrected == sequence) {
                return false;
            }
        }
        return true;
    }

    private boolean happened(DeviceEvent event) {
        return !event.occurredAt().isAfter(asOf);
    }

    private <E extends DeviceEvent> List<E> counting(Class<E> type) {
        List<E> counting = new ArrayList<>();
        for (int i = 0; i < events.size(); i++) {
            if (type.isInstance(events.get(i)) && alive(i)) {
                counting.add(type.cast(events.get(i)));
            }
        }
        return counting;
    }

    private <E extends DeviceEvent> boolean counts(Class<E> type, Predicate<E> test) {
        return counting(type).stream().anyMatch(it -> happened(it) && test.test(it));
    }

    private int root(int sequence) {
        return events.get(sequence) instanceof DeviceBlocked blocked && blocked.corrects() != null
                ? root(Math.toIntExact(blocked.corrects()))
                : sequence;
    }

    /** By the latest word on it, or on what it corrects. */
    private boolean lifted(int sequence) {
        Set<Long> chain = new TreeSet<>();
        Long next = (long) sequence;
        while (next != null) {
            chain.add(next);
            next = events.get(Math.toIntExact(next)) instanceof DeviceBlocked it ? it.corrects() : null;
        }
        Instant until = null;
        for (DeviceEvent event : events) {
            if (event instanceof DeviceUnblocked it && chain.contains(it.lifts())) {
                until = it.occurredAt();
            }
        }
        return until != null && !until.isAfter(asOf);
    }

    private boolean settled(DeviceEvent block) {
        return switch (block) {
            case ReportedStolen it ->
                counts(Recovered.class, found -> !found.occurredAt().isBefore(it.occurredAt()));
            case ReportedLost it ->
                counts(Recovered.class, found -> !found.occurredAt().isBefore(it.occurredAt()));
            case Barred it ->
                counts(
                        BarLifted.class,
                        off -> off.list().equals(it.list()) && !off.occurredAt().isBefore(it.occurredAt()));
            default -> false;
        };
    }

    private boolean overruled(int block) {
        return counting(AppealFiled.class).stream()
                .filter(it -> it.against() == block)
                .anyMatch(appeal -> counting(AppealDecided.class).stream()
                        .filter(it -> it.number().equals(appeal.number()))
                        .max(Comparator.comparing(AppealDecided::occurredAt))
                        .filter(it -> it.outcome() == Outcome.UPHELD)
                        .isPresent());
    }

    private record Way(Instant at, boolean clears, boolean fromRepair) {}

    boolean lawful() {
        List<Way> ways = new ArrayList<>();
        for (int i = 0; i < events.size(); i++) {
            Way way = way(i);
            if (way != null && way.clears() && !way.at().isAfter(asOf)) {
                ways.add(way);
            }
        }
        return ways.stream()
                .filter(way -> !way.fromRepair()
                        || ways.stream()
                                .anyMatch(it -> !it.fromRepair() && !it.at().isAfter(way.at())))
                .map(Way::at)
                .max(Comparator.naturalOrder())
                .filter(at -> departures().stream().noneMatch(left -> !left.isBefore(at)))
                .isPresent();
    }

    private @Nullable Way way(int i) {
        DeviceEvent event = events.get(i);
        if (event instanceof Grandfathered it) {
            return alive(Math.toIntExact(it.registration())) ? new Way(it.occurredAt(), true, false) : null;
        }
        if (!alive(i)) {
            return null;
        }
        return switch (event) {
            case DeviceImported it ->
                new Way(
                        it.occurredAt(),
                        it.releasedAt() != null && policy.clearingProcedures().contains(it.procedure()),
                        false);
            case DeviceDeclared it -> new Way(it.occurredAt(), true, false);
            case LocallyManufactured it -> new Way(it.occurredAt(), true, false);
            case WarrantyReturned it -> new Way(it.occurredAt(), true, true);
            case ImeiReplaced it
            when it.side() == Side.NEW_BOARD -> new Way(it.occurredAt(), it.otherStands() == ListStatus.WHITE, false);
            case ImeisPaired it ->
                new Way(
                        it.occurredAt(),
                        it.otherStands() == ListStatus.WHITE
                                && isNewest(it.other().key(), it),
                        false);
            case LegalityChecked it
            when it.register() == Register.PAIRED_IMEI ->
                new Way(it.occurredAt(), it.result() == CheckResult.LAWFUL && isNewest(it.evidenceRef(), it), false);
            case DeviceApproved it -> new Way(it.occurredAt(), !it.provisional() && isNewestEntry(i), false);
            case AppealDecided it
            when it.outcome() == Outcome.UPHELD && it.lawfulSince() != null ->
                new Way(Objects.requireNonNull(it.lawfulSince()), true, false);
            default -> null;
        };
    }

    /** Of what the register of approved devices said by then. */
    private boolean isNewestEntry(int entry) {
        int newest = -1;
        for (int i = 0; i < events.size(); i++) {
            DeviceEvent event = events.get(i);
            boolean registers = event instanceof DeviceApproved || event instanceof ListingEnded;
            if (registers
                    && alive(i)
                    && happened(event)
                    && (newest < 0
                            || !event.occurredAt().isBefore(events.get(newest).occurredAt()))) {
                newest = i;
            }
        }
        return newest == entry;
    }

    /** Of what is known of the paired IMEI, while it is paired. */
    private boolean isNewest(String other, DeviceEvent word) {
        boolean paired = false;
        for (int i = 0; i < events.size(); i++) {
            if (events.get(i) instanceof ImeisPaired it
                    && alive(i)
                    && it.other().key().equals(other)
                    && happened(it)) {
                Instant undone = null;
                for (DeviceEvent event : events) {
                    if (event instanceof PairingUndone undoing && undoing.undoes() == i) {
                        undone = undoing.occurredAt();
                    }
                }
                paired |= undone == null || undone.isAfter(asOf);
            }
        }
        boolean newer = counts(
                        ImeisPaired.class,
                        it -> it.other().key().equals(other) && it.occurredAt().isAfter(word.occurredAt()))
                || counts(
                        LegalityChecked.class,
                        it -> it.register() == Register.PAIRED_IMEI
                                && it.evidenceRef().equals(other)
                                && it.occurredAt().isAfter(word.occurredAt()));
        return paired && !newer;
    }

    private List<Instant> departures() {
        List<Instant> left = new ArrayList<>();
        counting(DeviceExported.class).stream()
                .filter(it -> policy.departingProcedures().contains(it.procedure()))
                .filter(it -> it.exitedAt() != null
                        || policy.export()
                                        .turnoverDate()
                                        .on(it.occurredAt()
                                                .atZone(policy.zone())
                                                .toLocalDate())
                                == TurnoverDate.DT_REGISTRATION)
                .filter(this::happened)
                .forEach(it -> left.add(it.occurredAt()));
        counting(ImeiReplaced.class).stream()
                .filter(it -> it.side() == Side.OLD_BOARD && happened(it))
                .forEach(it -> left.add(it.occurredAt()));
        return left;
    }

    boolean exempt() {
        return counts(
                Exempted.class,
                it -> !counts(
                                ExemptionEnded.class,
                                end -> end.exemption() == it.exemption()
                                        && !end.occurredAt().isBefore(it.occurredAt()))
                        && (it.exemption() != Exemption.INBOUND_ROAMER
                                || bindings(events.size()).stream()
                                        .noneMatch(at -> !at.isBefore(it.occurredAt()) && !at.isAfter(asOf))));
    }

    private List<Instant> bindings(int until) {
        List<Instant> bindings = new ArrayList<>();
        for (int i = 0; i < until; i++) {
            boolean binds = events.get(i) instanceof DeviceRegistered || events.get(i) instanceof OwnershipTransferred;
            if (binds && alive(i, until)) {
                bindings.add(events.get(i).occurredAt());
            }
        }
        return bindings;
    }

    /** The latest promise that had begun and was made to somebody. */
    private Optional<GreyTermStarted> term() {
        GreyTermStarted latest = null;
        for (int i = 0; i < events.size(); i++) {
            if (events.get(i) instanceof GreyTermStarted it && happened(it) && toSomebody(i, it)) {
                latest = it;
            }
        }
        return Optional.ofNullable(latest);
    }

    private boolean toSomebody(int sequence, GreyTermStarted term) {
        for (int j = sequence + 1; j < events.size(); j++) {
            if (events.get(j) instanceof FactWithdrawn
                    && bindings(j + 1).stream().noneMatch(at -> !at.isAfter(term.occurredAt()))) {
                return false;
            }
        }
        return true;
    }
}
