package kz.legality.device;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.legality.device.Device.Word;
import kz.legality.device.ExemptionFact.Exemption;
import kz.legality.device.ReviewFact.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * What most devices have nothing of, kept apart so that the many are folded and stored cheaply: {@link #NONE} is one
 * object for all of them.
 *
 * @param withdrawn words that were found to be wrong, so that no other file makes them count by repeating them
 * @param endings of an owner's hold
 * @param returns reports of loss settled, and bars lifted
 * @param entries of lists that no other word of the ledger tells of
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Particulars(
        List<Word> withdrawn,
        List<Ending> endings,
        List<Pairing> pairings,
        List<Return> returns,
        List<Exempting> exemptions,
        List<Resolution> resolutions,
        List<Appeal> appeals,
        List<Ruling> rulings,
        List<Entry> entries) {

    /** Nothing out of the ordinary. */
    public static final Particulars NONE = new Particulars(
            List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of());

    /** For what is stored: a list left out is empty. */
    @SuppressWarnings("NullAway")
    public Particulars {
        withdrawn = withdrawn == null ? List.of() : withdrawn;
        endings = endings == null ? List.of() : endings;
        pairings = pairings == null ? List.of() : pairings;
        returns = returns == null ? List.of() : returns;
        exemptions = exemptions == null ? List.of() : exemptions;
        resolutions = resolutions == null ? List.of() : resolutions;
        appeals = appeals == null ? List.of() : appeals;
        rulings = rulings == null ? List.of() : rulings;
        entries = entries == null ? List.of() : entries;
    }

    Particulars with(Particular added) {
        Draft draft = new Draft(this);
        switch (added) {
            case Ending it -> draft.endings = longer(endings, it);
            case Pairing it -> draft.pairings = longer(pairings, it);
            case Return it -> draft.returns = longer(returns, it);
            case Exempting it -> draft.exemptions = longer(exemptions, it);
            case Resolution it -> draft.resolutions = longer(resolutions, it);
            case Appeal it -> draft.appeals = longer(appeals, it);
            case Ruling it -> draft.rulings = longer(rulings, it);
            case Entry it -> draft.entries = longer(entries, it);
        }
        return draft.done();
    }

    Particulars withdrawing(Word word) {
        Draft draft = new Draft(this);
        draft.withdrawn = longer(withdrawn, word);
        return draft.done();
    }

    /** The command side's memory, which a view has no use for. */
    Particulars withoutWords() {
        if (withdrawn.isEmpty()) {
            return this;
        }
        Draft draft = new Draft(this);
        draft.withdrawn = List.of();
        return draft.done();
    }

    Particulars undoing(long pairing, Instant at) {
        Draft draft = new Draft(this);
        draft.pairings = pairings.stream()
                .map(it -> it.sequence() == pairing ? new Pairing(it.sequence(), it.at(), it.other(), at) : it)
                .toList();
        return draft.done();
    }

    /** Without what that fact said. */
    Particulars forgetting(long sequence) {
        if (equals(NONE)) {
            return this;
        }
        return new Particulars(
                withdrawn,
                without(endings, sequence),
                without(pairings, sequence),
                without(returns, sequence),
                without(exemptions, sequence),
                without(resolutions, sequence),
                without(appeals, sequence),
                without(rulings, sequence),
                without(entries, sequence));
    }

    /** Whether a word was found to be wrong before. */
    boolean withdrew(String identity, String content) {
        return withdrawn.stream()
                .anyMatch(word ->
                        word.identity().equals(identity) && word.content().equals(content));
    }

    /** What was decided of the appeal last, by the moment of the decision. */
    public @Nullable Ruling rulingOn(String number) {
        return rulings.stream()
                .filter(ruling -> ruling.number().equals(number))
                .reduce((one, other) -> other.at().isBefore(one.at()) ? one : other)
                .orElse(null);
    }

    /** The entry of that name that a list has at a moment, unless it has none. */
    Optional<Entry> entry(String list, String key, Instant asOf) {
        return entries.stream()
                .filter(it -> it.list().equals(list)
                        && it.key().equals(key)
                        && !it.at().isAfter(asOf))
                .max(Comparator.comparing(Entry::at).thenComparingLong(Entry::sequence))
                .filter(it -> !it.ended());
    }

    /** Names of the entries that a list has of this device at a moment. */
    public Set<String> keysOf(String list, Instant asOf) {
        return entries.stream()
                .filter(it -> it.list().equals(list))
                .map(Entry::key)
                .filter(key -> entry(list, key, asOf).isPresent())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Whether an appeal against this event was upheld. */
    boolean overruled(long event) {
        return appeals.stream().filter(appeal -> appeal.against() == event).anyMatch(appeal -> {
            Ruling ruling = rulingOn(appeal.number());
            return ruling != null && ruling.outcome() == Outcome.UPHELD;
        });
    }

    private static <T> List<T> longer(List<T> list, T added) {
        List<T> all = new ArrayList<>(list.size() + 1);
        all.addAll(list);
        all.add(added);
        return List.copyOf(all);
    }

    private static <T extends Particular> List<T> without(List<T> list, long sequence) {
        ToLongFunction<T> sequenceOf = Particular::sequence;
        Stream<T> left = list.stream().filter(it -> sequenceOf.applyAsLong(it) != sequence);
        return list.isEmpty() ? list : left.toList();
    }

    /** One of them, told of by one fact. */
    public sealed interface Particular {
        long sequence();

        Instant at();
    }

    /** An owner's hold ended: deregistered, or handed on. */
    public record Ending(long sequence, Instant at, String owner) implements Particular {}

    /**
     * Another IMEI of the same device.
     *
     * @param other its 14 digits
     * @param until null while nobody undid it
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Pairing(
            long sequence,
            Instant at,
            String other,
            @Nullable Instant until) implements Particular {
        public boolean standsAt(Instant moment) {
            return !at.isAfter(moment) && (until == null || until.isAfter(moment));
        }
    }

    /**
     * Back in service.
     *
     * @param list it was taken off; null where a loss was settled
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Return(
            long sequence, Instant at, @Nullable String list) implements Particular {}

    /**
     * An exemption, begun or ended.
     *
     * @param ended true where it ended
     */
    public record Exempting(long sequence, Instant at, Exemption exemption, boolean ended) implements Particular {}

    /** The subscriber who holds the genuine device, by pseudonym. */
    public record Resolution(long sequence, Instant at, String imsi) implements Particular {}

    /**
     * An objection to a block.
     *
     * @param against sequence of the block
     */
    public record Appeal(long sequence, Instant at, String number, long against) implements Particular {}

    /**
     * An entry of a list, begun or ended.
     *
     * @param key names it within its list and this device
     */
    public record Entry(long sequence, Instant at, String list, String key, boolean ended) implements Particular {
        static Entry of(long sequence, ListFact fact) {
            return new Entry(
                    sequence, fact.occurredAt(), fact.list(), fact.key(), fact instanceof ListFact.ListingEnded);
        }
    }

    public record Ruling(long sequence, Instant at, String number, Outcome outcome) implements Particular {}

    /** A copy in which some lists are exchanged. */
    private static final class Draft {
        private List<Word> withdrawn;
        private List<Ending> endings;
        private List<Pairing> pairings;
        private List<Return> returns;
        private List<Exempting> exemptions;
        private List<Resolution> resolutions;
        private List<Appeal> appeals;
        private List<Ruling> rulings;
        private List<Entry> entries;

        Draft(Particulars of) {
            withdrawn = of.withdrawn;
            endings = of.endings;
            pairings = of.pairings;
            returns = of.returns;
            exemptions = of.exemptions;
            resolutions = of.resolutions;
            appeals = of.appeals;
            rulings = of.rulings;
            entries = of.entries;
        }

        Particulars done() {
            return new Particulars(
                    withdrawn, endings, pairings, returns, exemptions, resolutions, appeals, rulings, entries);
        }
    }

    /** Equal to {@link #NONE}: a filter for what need not be written. */
    static final class Absent {
        @Override
        public boolean equals(@Nullable Object other) {
            return other == null || NONE.equals(other);
        }

        @Override
        public int hashCode() {
            return NONE.hashCode();
        }
    }
}
