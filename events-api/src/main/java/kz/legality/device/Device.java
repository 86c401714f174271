package kz.legality.device;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import kz.legality.device.AllowanceConsequence.AllowanceExceeded;
import kz.legality.device.AllowanceConsequence.AllowanceRestored;
import kz.legality.device.BlockGround.GreyTermExpired;
import kz.legality.device.BlockGround.Order;
import kz.legality.device.BlockGround.PlaceOrder;
import kz.legality.device.Brought.Excess;
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
import kz.legality.device.ExemptionFact.Exemption;
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
import kz.legality.policy.GreyTerms.Holder;
import kz.legality.secrecy.Pseudonym;
import org.jspecify.annotations.Nullable;

/**
 * What the events of one IMEI fold to: the facts that count, each with its sequence in the stream, so that where the
 * device stands can be told for any moment. Holds no person in the clear.
 *
 * @param nextSequence how many events were folded, which is the sequence of the next one
 * @param greyTerms every term that was promised, in the order of their promises
 * @param sightings on networks, as far as they change the device's legal life
 * @param patterns of use that one honest device does not make
 * @param particulars what most devices have nothing of
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Device(
        long nextSequence,
        List<Word> words,
        List<Origin> origins,
        List<Departure> departures,
        List<Binding> bindings,
        List<Block> blocks,
        List<Clone> clones,
        List<GreyTerm> greyTerms,
        List<Sighting> sightings,
        List<Pattern> patterns,

        @JsonInclude(value = JsonInclude.Include.CUSTOM, valueFilter = Particulars.Absent.class)
        Particulars particulars) {

    /** No event yet. */
    public static final Device UNSEEN = new Device(
            0,
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            Particulars.NONE);

    /** For what is stored: what is left out is empty. */
    @SuppressWarnings("NullAway")
    public Device {
        words = words == null ? List.of() : words;
        origins = origins == null ? List.of() : origins;
        departures = departures == null ? List.of() : departures;
        bindings = bindings == null ? List.of() : bindings;
        blocks = blocks == null ? List.of() : blocks;
        clones = clones == null ? List.of() : clones;
        greyTerms = greyTerms == null ? List.of() : greyTerms;
        sightings = sightings == null ? List.of() : sightings;
        patterns = patterns == null ? List.of() : patterns;
        particulars = particulars == null ? Particulars.NONE : particulars;
    }

    public static Device of(Iterable<? extends DeviceEvent> events) {
        Device device = UNSEEN;
        for (DeviceEvent event : events) {
            device = device.after(event);
        }
        return device;
    }

    /** The state after one more event. */
    public Device after(DeviceEvent event) {
        long sequence = nextSequence;
        return switch (event) {
            case DeviceImported it -> hearing(it).from(Origin.of(sequence, it));
            case DeviceDeclared it -> hearing(it).from(Origin.of(sequence, it));
            case DeviceRegistered it -> hearing(it).boundBy(Binding.of(sequence, it));
            case DeviceExported it -> hearing(it).leavingBy(Departure.of(sequence, it));
            case CloneDetected it -> hearing(it).clonedBy(new Clone(sequence, it.occurredAt(), it.subscribers()));
            case DeviceBlocked it -> hearing(it).blockedBy(correcting(it.corrects(), Block.of(sequence, it)));
            case SeenOnNetwork it -> hearing(it).seenIn(Sighting.of(sequence, it));
            case PatternObserved it -> hearing(it).suspectedFor(Pattern.of(sequence, it));
            case DeviceUnblocked it -> counting().lifting(it.lifts(), it.occurredAt());
            case FactWithdrawn it -> withdrawing(it.corrects()).withoutTermsOfNobody();
            case OriginFact it -> hearing(it).from(Origin.of(sequence, it));
            case OwnershipFact it -> hearing(it).held(sequence, it);
            case ImeiFact it -> hearing(it).tied(sequence, it);
            case LossFact it -> hearing(it).lostOrFound(sequence, it);
            case ExemptionFact it -> hearing(it).noting(exempting(sequence, it));
            case ReviewFact it -> hearing(it).reviewed(sequence, it);
            case ListFact it -> hearing(it).entered(sequence, it);
            case PairingUndone it -> counting().noting(particulars.undoing(it.undoes(), it.occurredAt()));
            case BindingConflictDetected it -> counting();
            case GreyTermStarted it ->
                counting().granting(new GreyTerm(sequence, it.occurredAt(), it.deadline(), it.policyVersion()));
            case Grandfathered it -> counting().from(Origin.of(sequence, it));
            case AllowanceExceeded it ->
                counting()
                        .judging(
                                it.declaration(),
                                new Excess(sequence, it.occurredAt(), it.bound(), it.policyVersion()));
            case AllowanceRestored it -> counting().judging(it.declaration(), null);
            case FindingRaised it -> counting();
            case FindingWithdrawn it -> counting();
            case FindingDisposed it -> counting();
        };
    }

    /** The word of the same source about the same thing, if it spoke before. */
    public Optional<Word> heard(String identity) {
        return words.stream().filter(word -> word.identity().equals(identity)).findFirst();
    }

    /** The latest term that was promised and not taken back. */
    public @Nullable GreyTerm greyTerm() {
        return greyTerms.isEmpty() ? null : greyTerms.getLast();
    }

    public Optional<Block> block(long sequence) {
        return blocks.stream().filter(block -> block.sequence() == sequence).findFirst();
    }

    /** The blocks that stand at a moment: not lifted, not settled, and not overruled on appeal. */
    public List<Block> standingBlocks(Instant moment) {
        return blocks.stream()
                .filter(block -> block.standsAt(moment)
                        && !settled(block, moment)
                        && !wasWrong(block)
                        && !(block.yieldsToTheGoldenList() && isGolden(moment)))
                .toList();
    }

    /** Whether an appeal against it was upheld: as known today it never stood. */
    public boolean wasWrong(Block block) {
        return particulars.overruled(block.about());
    }

    private boolean isGolden(Instant moment) {
        return Legality.exemptAs(Exemption.GOLDEN_LIST, this, moment).isPresent();
    }

    /** A loss is settled by any recovery after it, or taken off the list that told of it; a bar only by the latter. */
    private boolean settled(Block block, Instant moment) {
        return particulars.returns().stream()
                .anyMatch(it -> !it.at().isBefore(block.since())
                        && !it.at().isAfter(moment)
                        && switch (block.kind()) {
                            case STOLEN, LOST ->
                                it.list() == null
                                        || (Listing.isOfTheStolenList(it.list())
                                                && it.list().equals(block.reference()));
                            case BARRED -> Objects.equals(it.list(), block.reference());
                            case ORDER, PLACE, EXPIRY -> false;
                        });
    }

    /** As a view keeps it: words tell a repetition from a correction, which is the command side's concern. */
    public Device withoutWords() {
        Copy next = new Copy(this);
        next.words = List.of();
        next.particulars = particulars.withoutWords();
        return next.made();
    }

    private Device counting() {
        Copy next = new Copy(this);
        next.nextSequence++;
        return next.made();
    }

    private Device hearing(Fact fact) {
        Long corrected = fact.corrects();
        Copy next = new Copy(corrected == null ? this : forgetting(corrected));
        next.words = with(next.words, Word.of(nextSequence, fact));
        next.nextSequence++;
        return next.made();
    }

    private Device forgetting(long sequence) {
        Copy next = new Copy(this);
        next.words = without(words, Word::sequence, sequence);
        next.origins = without(origins, Origin::restsOn, sequence);
        next.departures = without(departures, Departure::sequence, sequence);
        next.bindings = without(bindings, Binding::sequence, sequence);
        next.blocks = without(blocks, Block::sequence, sequence);
        next.clones = without(clones, Clone::sequence, sequence);
        next.sightings = without(sightings, Sighting::sequence, sequence);
        next.patterns = without(patterns, Pattern::sequence, sequence);
        next.particulars = particulars.forgetting(sequence);
        return next.made();
    }

    /** A term that began before anybody had registered the device was promised to nobody. */
    private Device withoutTermsOfNobody() {
        List<GreyTerm> kept = greyTerms.stream()
                .filter(term ->
                        bindings.stream().anyMatch(binding -> !binding.at().isAfter(term.since())))
                .toList();
        Copy next = new Copy(this);
        next.greyTerms = kept;
        return next.made();
    }

    private Device withdrawing(long sequence) {
        Device left = counting().forgetting(sequence);
        return words.stream()
                .filter(word -> word.sequence() == sequence)
                .findFirst()
                .map(word -> left.noting(left.particulars.withdrawing(word)))
                .orElse(left);
    }

    private Device held(long sequence, OwnershipFact fact) {
        return switch (fact) {
            case DeviceDeregistered it ->
                noting(new Ending(sequence, it.occurredAt(), it.owner().reference()));
            case OwnershipTransferred it ->
                boundBy(Binding.of(sequence, it))
                        .noting(new Ending(sequence, it.occurredAt(), it.from().reference()));
        };
    }

    private Device tied(long sequence, ImeiFact fact) {
        return switch (fact) {
            case ImeisPaired it ->
                from(Origin.of(sequence, it))
                        .noting(new Pairing(
                                sequence, it.occurredAt(), it.other().key(), null));
            case ImeiReplaced it ->
                switch (it.side()) {
                    case OLD_BOARD -> leavingBy(Departure.of(sequence, it));
                    case NEW_BOARD -> from(Origin.of(sequence, it));
                };
        };
    }

    private Device lostOrFound(long sequence, LossFact fact) {
        return switch (fact) {
            case ReportedStolen it ->
                blockedBy(new Block(
                        sequence, it.occurredAt(), null, it.authority(), it.reference(), Block.Kind.STOLEN, sequence));
            case ReportedLost it ->
                blockedBy(new Block(
                        sequence, it.occurredAt(), null, it.authority(), it.reference(), Block.Kind.LOST, sequence));
            case Barred it ->
                blockedBy(new Block(
                        sequence, it.occurredAt(), null, it.authority(), it.list(), Block.Kind.BARRED, sequence));
            case Recovered it -> noting(new Return(sequence, it.occurredAt(), null));
            case BarLifted it -> noting(new Return(sequence, it.occurredAt(), it.list()));
        };
    }

    private static Exempting exempting(long sequence, ExemptionFact fact) {
        return switch (fact) {
            case Exempted it -> new Exempting(sequence, it.occurredAt(), it.exemption(), false);
            case ExemptionEnded it -> new Exempting(sequence, it.occurredAt(), it.exemption(), true);
        };
    }

    private Device reviewed(long sequence, ReviewFact fact) {
        return switch (fact) {
            case LegalityChecked it -> it.register() == Register.PAIRED_IMEI ? from(Origin.of(sequence, it)) : this;
            case CloneResolved it ->
                noting(new Resolution(
                        sequence, it.occurredAt(), it.imsi().pseudonym().value()));
            case AppealFiled it -> noting(new Appeal(sequence, it.occurredAt(), it.number(), it.against()));
            case AppealDecided it -> {
                Device ruled = noting(new Ruling(sequence, it.occurredAt(), it.number(), it.outcome()));
                Instant lawfulSince = it.lawfulSince();
                yield it.outcome() == Outcome.UPHELD && lawfulSince != null
                        ? ruled.from(Origin.ofAppeal(sequence, lawfulSince))
                        : ruled;
            }
        };
    }

    private Device entered(long sequence, ListFact fact) {
        Device noted = noting(Entry.of(sequence, fact));
        return fact instanceof DeviceApproved it ? noted.from(Origin.of(sequence, it)) : noted;
    }

    private Device noting(Particular particular) {
        return noting(particulars.with(particular));
    }

    private Device noting(Particulars all) {
        Copy next = new Copy(this);
        next.particulars = all;
        return next.made();
    }

    private Device from(Origin origin) {
        Copy next = new Copy(this);
        next.origins = with(origins, origin);
        return next.made();
    }

    private Device judging(long declaration, @Nullable Excess excess) {
        Copy next = new Copy(this);
        next.origins = origins.stream()
                .map(origin -> origin.sequence() == declaration ? origin.with(excess) : origin)
                .toList();
        return next.made();
    }

    private Device leavingBy(Departure departure) {
        Copy next = new Copy(this);
        next.departures = with(departures, departure);
        return next.made();
    }

    private Device boundBy(Binding binding) {
        Copy next = new Copy(this);
        next.bindings = with(bindings, binding);
        return next.made();
    }

    private Device blockedBy(Block block) {
        Copy next = new Copy(this);
        next.blocks = with(blocks, block);
        return next.made();
    }

    private Device clonedBy(Clone clone) {
        Copy next = new Copy(this);
        next.clones = with(clones, clone);
        return next.made();
    }

    private Device seenIn(Sighting sighting) {
        Copy next = new Copy(this);
        next.sightings = with(sightings, sighting);
        return next.made();
    }

    private Device suspectedFor(Pattern pattern) {
        Copy next = new Copy(this);
        next.patterns = with(patterns, pattern);
        return next.made();
    }

    private Device granting(GreyTerm term) {
        Copy next = new Copy(this);
        next.greyTerms = with(greyTerms, term);
        return next.made();
    }

    private Device lifting(long sequence, Instant at) {
        List<Block> lifted = blocks.stream()
                .map(block -> block.sequence() == sequence ? block.liftedAt(at) : block)
                .toList();
        Copy next = new Copy(this);
        next.blocks = lifted;
        return next.made();
    }

    /** A word about an order that was lifted, or overruled, corrects its record, and does not order anew. */
    private Block correcting(@Nullable Long corrected, Block block) {
        return corrected == null
                ? block
                : block(corrected)
                        .map(before -> block.about(before.about()).liftedAt(before.until()))
                        .orElse(block);
    }

    /** A copy being changed, so that each change names only what it changes. Never leaves this class. */
    private static final class Copy {
        private long nextSequence;
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

        Copy(Device device) {
            nextSequence = device.nextSequence;
            words = device.words;
            origins = device.origins;
            departures = device.departures;
            bindings = device.bindings;
            blocks = device.blocks;
            clones = device.clones;
            greyTerms = device.greyTerms;
            sightings = device.sightings;
            patterns = device.patterns;
            particulars = device.particulars;
        }

        Device made() {
            return new Device(
                    nextSequence,
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

    /** What a source said last under one identity: tells a repetition from a correction. */
    public record Word(long sequence, String identity, String content) {
        static Word of(long sequence, Fact fact) {
            return new Word(sequence, Saying.identityOf(fact), Saying.contentOf(fact));
        }
    }

    /**
     * A way the device left the home market, or was said to.
     *
     * @param procedure of customs, or {@link #BOARD_SWAP}
     * @param exited whether it was seen to leave; false while it is only declared
     */
    public record Departure(long sequence, Instant at, String procedure, boolean exited) {
        /** The board with this IMEI was taken out of its device. */
        public static final String BOARD_SWAP = "board swap";

        static Departure of(long sequence, DeviceExported exported) {
            return new Departure(
                    sequence, exported.occurredAt(), exported.procedure().code(), exported.exitedAt() != null);
        }

        static Departure of(long sequence, ImeiReplaced replaced) {
            return new Departure(sequence, replaced.occurredAt(), BOARD_SWAP, true);
        }
    }

    /**
     * An owner and a line, by reference only.
     *
     * @param holder of a term that is not a resident's; null of a resident
     * @param imsi null where the owner has it from another and has registered no line yet; so is the operator
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Binding(
            long sequence,
            Instant at,
            String owner,
            @Nullable String imsi,
            @Nullable String operator,
            @Nullable Holder holder) {
        static Binding of(long sequence, DeviceRegistered registered) {
            return new Binding(
                    sequence,
                    registered.occurredAt(),
                    registered.owner().reference(),
                    registered.imsi().pseudonym().value(),
                    registered.operator(),
                    foreign(registered.owner()));
        }

        static Binding of(long sequence, OwnershipTransferred transferred) {
            return new Binding(
                    sequence,
                    transferred.occurredAt(),
                    transferred.to().reference(),
                    null,
                    null,
                    foreign(transferred.to()));
        }

        private static @Nullable Holder foreign(Owner owner) {
            return owner.termHolder() == Holder.RESIDENT ? null : owner.termHolder();
        }

        /** Whose grey term the owner has. */
        Holder termHolder() {
            return holder == null ? Holder.RESIDENT : holder;
        }
    }

    public record Clone(long sequence, Instant at, int subscribers) {}

    /**
     * Days on which a network saw the device, with one subscriber.
     *
     * @param reference of the export or block that it was seen before or after; null where it was for neither
     */
    public record Sighting(
            long sequence,
            Occasion occasion,
            String operator,
            LocalDate firstSeen,
            LocalDate lastSeen,
            int daysSeen,
            boolean homeSubscriber,
            Pseudonym subscriber,
            @Nullable String reference) {
        static Sighting of(long sequence, SeenOnNetwork seen) {
            return new Sighting(
                    sequence,
                    seen.occasion(),
                    seen.operator(),
                    seen.firstSeen(),
                    seen.lastSeen(),
                    seen.daysSeen(),
                    seen.homeSubscriber(),
                    seen.subscriber(),
                    seen.evidence().reference());
        }
    }

    /** A use of this IMEI that one honest device does not make. */
    public record Pattern(long sequence, PatternObserved.Kind kind, LocalDate from, LocalDate to) {
        static Pattern of(long sequence, PatternObserved observed) {
            return new Pattern(sequence, observed.kind(), observed.from(), observed.to());
        }
    }

    public record GreyTerm(long sequence, Instant since, Instant deadline, String policyVersion) {}

    /**
     * A stretch of time in which the device must not be served.
     *
     * @param until null while nobody lifted it
     * @param authority that ordered it; null where the block is the end of a grey term
     * @param reference of the order, or the list it is barred by; null where the block is the end of a grey term
     * @param about sequence of the first word about this block, which an appeal is filed against
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Block(
            long sequence,
            Instant since,
            @Nullable Instant until,
            @Nullable String authority,
            @Nullable String reference,
            Kind kind,
            long about) {
        /** Why. */
        public enum Kind {
            ORDER,
            PLACE,
            EXPIRY,
            STOLEN,
            LOST,
            BARRED
        }

        static Block of(long sequence, DeviceBlocked blocked) {
            Instant since = blocked.occurredAt();
            return switch (blocked.ground()) {
                case Order it -> new Block(sequence, since, null, it.authority(), it.reference(), Kind.ORDER, sequence);
                case PlaceOrder it ->
                    new Block(sequence, since, null, it.authority(), it.reference(), Kind.PLACE, sequence);
                case GreyTermExpired it -> new Block(sequence, since, null, null, null, Kind.EXPIRY, sequence);
            };
        }

        Block liftedAt(@Nullable Instant at) {
            return new Block(sequence, since, at, authority, reference, kind, about);
        }

        Block about(long first) {
            return new Block(sequence, since, until, authority, reference, kind, first);
        }

        /** What a rule or a list decides yields to the golden list; an authority's order and a loss do not. */
        boolean yieldsToTheGoldenList() {
            return kind == Kind.BARRED || kind == Kind.EXPIRY;
        }

        public boolean byExpiry() {
            return kind == Kind.EXPIRY;
        }

        public boolean standsAt(Instant moment) {
            return !since.isAfter(moment) && (until == null || until.isAfter(moment));
        }
    }
}
