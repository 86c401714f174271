package kz.legality.device;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import kz.legality.device.AllowanceConsequence.AllowanceExceeded;
import kz.legality.device.AllowanceConsequence.AllowanceRestored;
import kz.legality.device.Brought.Excess;
import kz.legality.device.Device.Binding;
import kz.legality.device.Device.Block;
import kz.legality.device.Device.Clone;
import kz.legality.device.Device.Departure;
import kz.legality.device.Device.GreyTerm;
import kz.legality.device.Device.Pattern;
import kz.legality.device.Device.Sighting;
import kz.legality.device.Device.Word;
import kz.legality.device.DeviceEvent.BindingConflictDetected;
import kz.legality.device.DeviceEvent.CloneDetected;
import kz.legality.device.DeviceEvent.DeviceBlocked;
import kz.legality.device.DeviceEvent.DeviceDeclared;
import kz.legality.device.DeviceEvent.DeviceExported;
import kz.legality.device.DeviceEvent.DeviceImported;
import kz.legality.device.DeviceEvent.DeviceRegistered;
import kz.legality.device.DeviceEvent.DeviceUnblocked;
import kz.legality.device.DeviceEvent.Fact;
import kz.legality.device.DeviceEvent.FactWithdrawn;
import kz.legality.device.DeviceEvent.FindingDisposed;
import kz.legality.device.DeviceEvent.FindingRaised;
import kz.legality.device.DeviceEvent.FindingWithdrawn;
import kz.legality.device.DeviceEvent.Grandfathered;
import kz.legality.device.DeviceEvent.GreyTermStarted;
import kz.legality.device.DeviceEvent.PairingUndone;
import kz.legality.device.DeviceEvent.PatternObserved;
import kz.legality.device.DeviceEvent.SeenOnNetwork;
import kz.legality.device.ExemptionFact.Exempted;
import kz.legality.device.ExemptionFact.ExemptionEnded;
import kz.legality.device.ImeiFact.ImeiReplaced;
import kz.legality.device.ImeiFact.ImeisPaired;
import kz.legality.device.ListFact.DeviceApproved;
import kz.legality.device.LossFact.BarLifted;
import kz.legality.device.LossFact.Barred;
import kz.legality.device.LossFact.Recovered;
import kz.legality.device.LossFact.ReportedLost;
import kz.legality.device.LossFact.ReportedStolen;
import kz.legality.device.OwnershipFact.DeviceDeregistered;
import kz.legality.device.OwnershipFact.OwnershipTransferred;
import kz.legality.device.Particulars.Appeal;
import kz.legality.device.Particulars.Ending;
import kz.legality.device.Particulars.Entry;
import kz.legality.device.Particulars.Exempting;
import kz.legality.device.Particulars.Pairing;
import kz.legality.device.Particulars.Particular;
import kz.legality.device.Particulars.Resolution;
import kz.legality.device.Particulars.Return;
import kz.legality.device.Particulars.Ruling;
import kz.legality.device.ReviewFact.AppealDecided;
import kz.legality.device.ReviewFact.AppealFiled;
import kz.legality.device.ReviewFact.CloneResolved;
import kz.legality.device.ReviewFact.LegalityChecked;
import kz.legality.device.ReviewFact.Outcome;
import kz.legality.device.ReviewFact.Register;
import org.jspecify.annotations.Nullable;

/** How one event changes a {@link Device}: a copy of it, of which each event changes what it is about. */
final class Folding {
    private final Device before;
    private List<Word> words;
    private List<Origin> origins;
    private List<Departure> departures;
    private List<Binding> bindings;
    private List<Block> blocks;
    private List<Clone> clones;
    private List<GreyTerm> greyTerms;
    private List<Sighting> sightings;
    private List<Pattern> patterns;
    private Particulars particulars;

    private Folding(Device device) {
        before = device;
        words = device.words();
        origins = device.origins();
        departures = device.departures();
        bindings = device.bindings();
        blocks = device.blocks();
        clones = device.clones();
        greyTerms = device.greyTerms();
        sightings = device.sightings();
        patterns = device.patterns();
        particulars = device.particulars();
    }

    static Device after(Device device, DeviceEvent event) {
        Folding folding = new Folding(device);
        if (event instanceof Fact fact) {
            folding.hear(fact);
        }
        folding.take(event);
        return folding.folded();
    }

    private Device folded() {
        return new Device(
                before.nextSequence() + 1,
                words,
                origins,
                departures,
                bindings,
                blocks,
                clones,
                greyTerms,
                sightings,
                patterns,
                particulars);
    }

    private void hear(Fact fact) {
        Long corrected = fact.corrects();
        if (corrected != null) {
            forget(corrected);
        }
        words = with(words, Word.of(before.nextSequence(), fact));
    }

    private void take(DeviceEvent event) {
        long sequence = before.nextSequence();
        switch (event) {
            case DeviceImported it -> cameBy(Origin.of(sequence, it));
            case DeviceDeclared it -> cameBy(Origin.of(sequence, it));
            case DeviceRegistered it -> bindings = with(bindings, Binding.of(sequence, it));
            case DeviceExported it -> departures = with(departures, Departure.of(sequence, it));
            case CloneDetected it -> clones = with(clones, new Clone(sequence, it.occurredAt(), it.subscribers()));
            case DeviceBlocked it -> blocks = with(blocks, correcting(it.corrects(), Block.of(sequence, it)));
            case SeenOnNetwork it -> sightings = with(sightings, Sighting.of(sequence, it));
            case PatternObserved it -> patterns = with(patterns, Pattern.of(sequence, it));
            case DeviceUnblocked it -> lift(it.lifts(), it.occurredAt());
            case FactWithdrawn it -> withdraw(it.corrects());
            case OriginFact it -> cameBy(Origin.of(sequence, it));
            case OwnershipFact it -> hold(sequence, it);
            case ImeiFact it -> tie(sequence, it);
            case LossFact it -> loseOrFind(sequence, it);
            case ExemptionFact it -> note(exempting(sequence, it));
            case ReviewFact it -> review(sequence, it);
            case ListFact it -> enter(sequence, it);
            case PairingUndone it -> particulars = particulars.undoing(it.undoes(), it.occurredAt());
            case GreyTermStarted it ->
                greyTerms = with(greyTerms, new GreyTerm(sequence, it.occurredAt(), it.deadline(), it.policyVersion()));
            case Grandfathered it -> cameBy(Origin.of(sequence, it));
            case AllowanceExceeded it ->
                judge(it.declaration(), new Excess(sequence, it.occurredAt(), it.bound(), it.policyVersion()));
            case AllowanceRestored it -> judge(it.declaration(), null);
            case BindingConflictDetected it -> {}
            case FindingRaised it -> {}
            case FindingWithdrawn it -> {}
            case FindingDisposed it -> {}
        }
    }

    private void forget(long sequence) {
        words = without(words, Word::sequence, sequence);
        origins = without(origins, Origin::restsOn, sequence);
        departures = without(departures, Departure::sequence, sequence);
        bindings = without(bindings, Binding::sequence, sequence);
        blocks = without(blocks, Block::sequence, sequence);
        clones = without(clones, Clone::sequence, sequence);
        sightings = without(sightings, Sighting::sequence, sequence);
        patterns = without(patterns, Pattern::sequence, sequence);
        particulars = particulars.forgetting(sequence);
    }

    /** A term that began before anybody had registered the device was promised to nobody, and falls with the word. */
    private void withdraw(long sequence) {
        forget(sequence);
        before.words().stream()
                .filter(word -> word.sequence() == sequence)
                .findFirst()
                .ifPresent(word -> particulars = particulars.withdrawing(word));
        greyTerms = greyTerms.stream()
                .filter(term ->
                        bindings.stream().anyMatch(binding -> !binding.at().isAfter(term.since())))
                .toList();
    }

    private void hold(long sequence, OwnershipFact fact) {
        switch (fact) {
            case DeviceDeregistered it ->
                note(new Ending(sequence, it.occurredAt(), it.owner().reference()));
            case OwnershipTransferred it -> {
                bindings = with(bindings, Binding.of(sequence, it));
                note(new Ending(sequence, it.occurredAt(), it.from().reference()));
            }
        }
    }

    private void tie(long sequence, ImeiFact fact) {
        switch (fact) {
            case ImeisPaired it -> {
                cameBy(Origin.of(sequence, it));
                note(new Pairing(sequence, it.occurredAt(), it.other().key(), null));
            }
            case ImeiReplaced it -> {
                switch (it.side()) {
                    case OLD_BOARD -> departures = with(departures, Departure.of(sequence, it));
                    case NEW_BOARD -> cameBy(Origin.of(sequence, it));
                }
            }
        }
    }

    private void loseOrFind(long sequence, LossFact fact) {
        switch (fact) {
            case ReportedStolen it ->
                block(sequence, it.occurredAt(), it.authority(), it.reference(), Block.Kind.STOLEN);
            case ReportedLost it -> block(sequence, it.occurredAt(), it.authority(), it.reference(), Block.Kind.LOST);
            case Barred it -> block(sequence, it.occurredAt(), it.authority(), it.list(), Block.Kind.BARRED);
            case Recovered it -> note(new Return(sequence, it.occurredAt(), null));
            case BarLifted it -> note(new Return(sequence, it.occurredAt(), it.list()));
        }
    }

    private void block(long sequence, Instant since, String authority, String reference, Block.Kind kind) {
        blocks = with(blocks, new Block(sequence, since, null, authority, reference, kind, sequence));
    }

    private static Exempting exempting(long sequence, ExemptionFact fact) {
        return switch (fact) {
            case Exempted it -> new Exempting(sequence, it.occurredAt(), it.exemption(), false);
            case ExemptionEnded it -> new Exempting(sequence, it.occurredAt(), it.exemption(), true);
        };
    }

    private void review(long sequence, ReviewFact fact) {
        switch (fact) {
            case LegalityChecked it -> {
                if (it.register() == Register.PAIRED_IMEI) {
                    cameBy(Origin.of(sequence, it));
                }
            }
            case CloneResolved it ->
                note(new Resolution(
                        sequence, it.occurredAt(), it.imsi().pseudonym().value()));
            case AppealFiled it -> note(new Appeal(sequence, it.occurredAt(), it.number(), it.against()));
            case AppealDecided it -> {
                note(new Ruling(sequence, it.occurredAt(), it.number(), it.outcome()));
                Instant lawfulSince = it.lawfulSince();
                if (it.outcome() == Outcome.UPHELD && lawfulSince != null) {
                    cameBy(Origin.ofAppeal(sequence, lawfulSince));
                }
            }
        }
    }

    private void enter(long sequence, ListFact fact) {
        note(Entry.of(sequence, fact));
        if (fact instanceof DeviceApproved approved) {
            cameBy(Origin.of(sequence, approved));
        }
    }

    private void note(Particular particular) {
        particulars = particulars.with(particular);
    }

    private void cameBy(Origin origin) {
        origins = with(origins, origin);
    }

    private void judge(long declaration, @Nullable Excess excess) {
        origins = origins.stream()
                .map(origin -> origin.sequence() == declaration ? origin.with(excess) : origin)
                .toList();
    }

    private void lift(long sequence, Instant at) {
        blocks = blocks.stream()
                .map(block -> block.sequence() == sequence ? block.liftedAt(at) : block)
                .toList();
    }

    /** A word about an order that was lifted, or overruled, corrects its record, and does not order anew. */
    private Block correcting(@Nullable Long corrected, Block block) {
        return corrected == null
                ? block
                : before.block(corrected)
                        .map(earlier -> block.about(earlier.about()).liftedAt(earlier.until()))
                        .orElse(block);
    }

    private static <T> List<T> with(List<T> list, T added) {
        List<T> longer = new ArrayList<>(list.size() + 1);
        longer.addAll(list);
        longer.add(added);
        return List.copyOf(longer);
    }

    private static <T> List<T> without(List<T> list, ToLongFunction<T> sequenceOf, long sequence) {
        Predicate<T> other = it -> sequenceOf.applyAsLong(it) != sequence;
        return list.stream().allMatch(other)
                ? list
                : list.stream().filter(other).toList();
    }
}
