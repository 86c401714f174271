package kz.legality.device;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import kz.legality.device.BlockGround.GreyTermExpired;
import kz.legality.device.BlockGround.Order;
import kz.legality.device.BlockGround.PlaceOrder;
import kz.legality.device.DeviceEvent.DeviceBlocked;
import kz.legality.device.DeviceEvent.DeviceExported;
import kz.legality.device.DeviceEvent.DeviceRegistered;
import kz.legality.device.DeviceEvent.Fact;
import kz.legality.device.DeviceEvent.PatternObserved;
import kz.legality.device.DeviceEvent.SeenOnNetwork;
import kz.legality.device.ExemptionFact.Exemption;
import kz.legality.device.ImeiFact.ImeiReplaced;
import kz.legality.device.OwnershipFact.OwnershipTransferred;
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
        return Folding.after(this, event);
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
        return new Device(
                nextSequence,
                List.of(),
                origins,
                departures,
                bindings,
                blocks,
                clones,
                greyTerms,
                sightings,
                patterns,
                particulars.withoutWords());
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
