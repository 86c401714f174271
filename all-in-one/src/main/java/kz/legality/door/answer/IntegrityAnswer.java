package kz.legality.door.answer;

import com.fasterxml.jackson.annotation.JsonInclude;
import kz.legality.command.store.IntegrityReport;
import kz.legality.launch.LedgerIntegrity;
import org.jspecify.annotations.Nullable;

/**
 * What a check of the store and the log found.
 *
 * @param logEntries how many entries of the log were compared with the events; null where there was no log to compare
 * @param firstBadPosition null when all is sound, or the damage belongs to no position
 * @param fault null when all is sound
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record IntegrityAnswer(
        boolean sound,
        long events,
        long streams,
        @Nullable Long logEntries,
        @Nullable Long firstBadPosition,
        @Nullable String fault) {
    public static IntegrityAnswer of(LedgerIntegrity found) {
        IntegrityReport report = found.report();
        return new IntegrityAnswer(
                report.sound(),
                report.eventsChecked(),
                report.streams(),
                found.logEntries(),
                report.firstFlaw()
                        .map(IntegrityReport.Flaw::position)
                        .filter(position -> position >= 0)
                        .orElse(null),
                report.firstFlaw().map(IntegrityReport.Flaw::what).orElse(null));
    }
}
