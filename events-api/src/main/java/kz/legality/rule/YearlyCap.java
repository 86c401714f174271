package kz.legality.rule;

import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import kz.legality.identifier.Tiyn;
import kz.legality.policy.Policy;

/**
 * The value a person may bring in within a calendar year, by that year's reckoning index.
 *
 * @param caps of the years the policy names; empty where there is no such bound
 */
public record YearlyCap(SortedMap<Integer, Tiyn> caps) {
    static YearlyCap of(Policy policy) {
        SortedMap<Integer, Tiyn> caps = new TreeMap<>();
        Map<Integer, Long> years = policy.fee().mrp();
        if (years != null) {
            years.keySet().forEach(year -> policy.personalValueCap(year).ifPresent(cap -> caps.put(year, cap)));
        }
        return new YearlyCap(caps);
    }

    /** The bound of one year; of a year not named, that of the newest before it, else of the first. */
    public Optional<Tiyn> in(int year) {
        SortedMap<Integer, Tiyn> until = caps.headMap(year + 1);
        return (until.isEmpty() ? caps : until)
                .values().stream().reduce((earlier, later) -> until.isEmpty() ? earlier : later);
    }

    /** Whoever brought less in all his life is beyond it in no year. */
    public Optional<Tiyn> least() {
        return caps.values().stream().min((one, other) -> Long.compare(one.amount(), other.amount()));
    }
}
