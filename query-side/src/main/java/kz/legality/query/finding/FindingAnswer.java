package kz.legality.query.finding;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import kz.legality.finding.Considered;
import kz.legality.finding.FindingState;
import kz.legality.finding.Severity;
import org.jspecify.annotations.Nullable;

/**
 * One finding as it is answered.
 *
 * @param imei null where it speaks of a whole export item
 * @param claim the newest claim that rests on the export; null where none does
 * @param declaration of the export it speaks of; null where it speaks of none
 * @param vatAtRisk tiyn of that claim which its phone puts at risk, alone or with other findings; zero where it puts none
 * @param facts positions of the events it rests on
 */
public record FindingAnswer(
        String id,
        String rule,
        int ruleVersion,
        Severity severity,
        FindingState state,
        @Nullable String imei,
        @Nullable String claim,
        @Nullable String declaration,
        @Nullable Integer item,
        long vatAtRisk,
        Instant occurredAt,
        List<Long> facts,
        Map<String, String> measures,
        List<Considered> considered,
        @Nullable String disposedBy,
        @Nullable String reason) {}
