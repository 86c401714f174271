package kz.legality.door.answer;

import com.fasterxml.jackson.annotation.JsonInclude;
import kz.legality.command.store.IntegrityReport;
import org.jspecify.annotations.Nullable;

/** What a check of the store found; the last two are null when it is sound. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record IntegrityAnswer(
        boolean sound,
        long events,
        long streams,
        @Nullable Long firstBadPosition,
        @Nullable String fault) {
    public static IntegrityAnswer of(IntegrityReport report) {
        return new IntegrityAnswer(
                report.sound(),
                report.eventsChecked(),
                report.streams(),
                report.firstFlaw().map(IntegrityReport.Flaw::position).orElse(null),
                report.firstFlaw().map(IntegrityReport.Flaw::what).orElse(null));
    }
}
