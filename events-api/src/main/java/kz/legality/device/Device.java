package kz.legality.device;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import kz.legality.device.BlockGround.GreyTermExpired;
import kz.legality.device.BlockGround.Order;
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
import kz.legality.device.DeviceEvent.PatternObserved;
import kz.legality.device.DeviceEvent.SeenOnNetwork;
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
 */
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
        List<Pattern> patterns) {

    /** No event yet. */
    public static final Device UNSEEN = new Device(
            0, List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of());

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
            case DeviceBlocked it ->
                hearing(it).blockedBy(Block.of(sequence, it).liftedAt(liftingOf(it.corrects())));
            case SeenOnNetwork it -> hearing(it).seenIn(Sighting.of(sequence, it));
            case PatternObserved it -> hearing(it).suspectedFor(Pattern.of(sequence, it));
            case DeviceUnblocked it -> counting().lifting(it.lifts(), it.occurredAt());
            case FactWithdrawn it -> counting().forgetting(it.corrects()).withoutTermsOfNobody();
            case GreyTermStarted it ->
                counting().granting(new GreyTerm(sequence, it.occurredAt(), it.deadline(), it.policyVersion()));
            case Grandfathered it -> counting().from(Origin.of(sequence, it));
            case FindingRaised it -> counting();
            case FindingWithdrawn it -> counting();
            case FindingDisposed it -> counting();
        };
    }

    /** The word of the same source about the same thing, if it spoke before. */
    public Optional<Word> heard(String identity) {
        return words.stream().filter(word -> word.identity().equals(identity)).findFirst();
    }

    /** For whoever only asks where it stands: words tell a repetition from a correction. */
    public Device withoutWords() {
        return new Device(
                nextSequence, List.of(), origins, departures, bindings, blocks, clones, greyTerms, sightings, patterns);
    }

    /** The latest term that was promised and not taken back. */
    public @Nullable GreyTerm greyTerm() {
        return greyTerms.isEmpty() ? null : greyTerms.getLast();
    }

    public Optional<Block> block(long sequence) {
        return blocks.stream().filter(block -> block.sequence() == sequence).findFirst();
    }

    private Device counting() {
        return new Device(
                nextSequence + 1, words, origins, departures, bindings, blocks, clones, greyTerms, sightings, patterns);
    }

    private Device hearing(Fact fact) {
        Long corrected = fact.corrects();
        Device before = corrected == null ? this : forgetting(corrected);
        List<Word> heard = with(before.words, Word.of(nextSequence, fact));
        return new Device(
                nextSequence + 1,
                heard,
                before.origins,
                before.departures,
                before.bindings,
                before.blocks,
                before.clones,
                before.greyTerms,
                before.sightings,
                before.patterns);
    }

    private Device forgetting(long sequence) {
        return new Device(
                nextSequence,
                without(words, Word::sequence, sequence),
                without(origins, Origin::restsOn, sequence),
                without(departures, Departure::sequence, sequence),
                without(bindings, Binding::sequence, sequence),
                without(blocks, Block::sequence, sequence),
                without(clones, Clone::sequence, sequence),
                greyTerms,
                without(sightings, Sighting::sequence, sequence),
                without(patterns, Pattern::sequence, sequence));
    }

    /** A term that began before anybody had registered the device was promised to nobody. */
    private Device withoutTermsOfNobody() {
        List<GreyTerm> kept = greyTerms.stream()
                .filter(term ->
                        bindings.stream().anyMatch(binding -> !binding.at().isAfter(term.since())))
                .toList();
        return new Device(
                nextSequence, words, origins, departures, bindings, blocks, clones, kept, sightings, patterns);
    }

    private Device from(Origin origin) {
        return new Device(
                nextSequence,
                words,
                with(origins, origin),
                departures,
                bindings,
                blocks,
                clones,
                greyTerms,
                sightings,
                patterns);
    }

    private Device leavingBy(Departure departure) {
        return new Device(
                nextSequence,
                words,
                origins,
                with(departures, departure),
                bindings,
                blocks,
                clones,
                greyTerms,
                sightings,
                patterns);
    }

    private Device boundBy(Binding binding) {
        return new Device(
                nextSequence,
                words,
                origins,
                departures,
                with(bindings, binding),
                blocks,
                clones,
                greyTerms,
                sightings,
                patterns);
    }

    private Device blockedBy(Block block) {
        return new Device(
                nextSequence,
                words,
                origins,
                departures,
                bindings,
                with(blocks, block),
                clones,
                greyTerms,
                sightings,
                patterns);
    }

    private Device clonedBy(Clone clone) {
        return new Device(
                nextSequence,
                words,
                origins,
                departures,
                bindings,
                blocks,
                with(clones, clone),
                greyTerms,
                sightings,
                patterns);
    }

    private Device seenIn(Sighting sighting) {
        return new Device(
                nextSequence,
                words,
                origins,
                departures,
                bindings,
                blocks,
                clones,
                greyTerms,
                with(sightings, sighting),
                patterns);
    }

    private Device suspectedFor(Pattern pattern) {
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
                with(patterns, pattern));
    }

    private Device granting(GreyTerm term) {
        return new Device(
                nextSequence,
                words,
                origins,
                departures,
                bindings,
                blocks,
                clones,
                with(greyTerms, term),
                sightings,
                patterns);
    }

    private Device lifting(long sequence, Instant at) {
        List<Block> lifted = blocks.stream()
                .map(block -> block.sequence() == sequence ? block.liftedAt(at) : block)
                .toList();
        return new Device(
                nextSequence, words, origins, departures, bindings, lifted, clones, greyTerms, sightings, patterns);
    }

    /** A word about an order that was lifted corrects its record, and does not order anew. */
    private @Nullable Instant liftingOf(@Nullable Long corrected) {
        return corrected == null ? null : block(corrected).map(Block::until).orElse(null);
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

    /** A way the device left the home market, or was said to. */
    public record Departure(long sequence, Instant at, String procedure) {
        static Departure of(long sequence, DeviceExported exported) {
            return new Departure(
                    sequence, exported.occurredAt(), exported.procedure().code());
        }
    }

    /** An owner and a line, by reference only. */
    public record Binding(long sequence, Instant at, String owner, String imsi, String operator) {
        static Binding of(long sequence, DeviceRegistered registered) {
            return new Binding(
                    sequence,
                    registered.occurredAt(),
                    registered.owner().reference(),
                    registered.imsi().pseudonym().value(),
                    registered.operator());
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
     * @param reference of the order; null where the block is the end of a grey term
     */
    public record Block(
            long sequence,
            Instant since,
            @Nullable Instant until,
            @Nullable String authority,
            @Nullable String reference) {
        static Block of(long sequence, DeviceBlocked blocked) {
            return switch (blocked.ground()) {
                case Order order ->
                    new Block(sequence, blocked.occurredAt(), null, order.authority(), order.reference());
                case GreyTermExpired expired -> new Block(sequence, blocked.occurredAt(), null, null, null);
            };
        }

        Block liftedAt(@Nullable Instant at) {
            return new Block(sequence, since, at, authority, reference);
        }

        public boolean byExpiry() {
            return reference == null;
        }

        public boolean standsAt(Instant moment) {
            return !since.isAfter(moment) && (until == null || until.isAfter(moment));
        }
    }
}
