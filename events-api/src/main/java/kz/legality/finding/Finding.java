package kz.legality.finding;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import kz.legality.claim.ExportItem;

/**
 * What a rule found in the facts of one device or one export item.
 *
 * @param id hash of the rule, its subject and what its inputs are about; the same in whatever order they arrived
 * @param rule as in the rule book: {@code R1}, {@code R2a}
 * @param basis hash of what the inputs say; a finding that was dismissed returns only when this changes
 * @param at when the last of the facts that make it true happened
 * @param exports the export items it speaks of; empty where the device was never exported
 * @param facts the events it rests on
 * @param measures the figures behind it, such as {@code daysSeen} or {@code medianTiyn}
 * @param considered the honest explanations that were looked at
 */
public record Finding(
        String id,
        String rule,
        int ruleVersion,
        Severity severity,
        String basis,
        Instant at,
        List<ExportItem> exports,
        List<FactRef> facts,
        Map<String, String> measures,
        List<Considered> considered) {
    public Finding {
        exports = List.copyOf(exports);
        facts = List.copyOf(facts);
        // In the order of their names, so that the same finding is written alike by every run.
        measures = Collections.unmodifiableSortedMap(new TreeMap<>(measures));
        considered = List.copyOf(considered);
    }

    /** Whether both say the same and rest on the same events. */
    public boolean stillSays(Finding now) {
        return equals(now);
    }
}
