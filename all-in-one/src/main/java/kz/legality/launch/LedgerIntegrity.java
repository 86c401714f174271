package kz.legality.launch;

import java.nio.file.Files;
import java.util.Optional;
import kz.legality.command.store.IntegrityReport;
import kz.legality.command.store.StoreIntegrity;
import kz.legality.evidence.log.CorruptLog;
import kz.legality.evidence.log.LogCheck;
import org.jspecify.annotations.Nullable;

/**
 * The event store compared with itself, and then the log with the event store.
 *
 * @param logEntries how many entries of the log were compared; null where the store itself is damaged, or no log was begun yet
 */
public record LedgerIntegrity(
        IntegrityReport report, @Nullable Long logEntries) {

    /** A log that was not begun yet is nothing to compare with. */
    public static LedgerIntegrity check(OpenLedger ledger, StoreIntegrity store, StoreIntegrity.Progress progress) {
        IntegrityReport report = store.verifyStore(progress);
        if (!report.sound() || !Files.exists(ledger.data().log())) {
            return new LedgerIntegrity(report, null);
        }
        try {
            Evidence evidence = ledger.evidence().orElse(null);
            if (evidence == null) {
                return new LedgerIntegrity(report, null);
            }
            Optional<LogCheck.Flaw> flaw = evidence.check(progress::checked);
            return new LedgerIntegrity(
                    flaw.map(it -> flawed(report, it.position(), it.what())).orElse(report),
                    evidence.log().size());
        } catch (CorruptLog refused) {
            return new LedgerIntegrity(flawed(report, refused.position(), String.valueOf(refused.getMessage())), null);
        }
    }

    private static IntegrityReport flawed(IntegrityReport report, long position, String what) {
        return new IntegrityReport(
                report.eventsChecked(), report.streams(), Optional.of(new IntegrityReport.Flaw(position, what)));
    }
}
