package kz.legality.launch;

import java.nio.file.Files;
import java.util.Optional;
import kz.legality.command.store.IntegrityReport;
import kz.legality.command.store.StoreIntegrity;
import kz.legality.evidence.log.CorruptLog;
import kz.legality.evidence.log.LogCheck;

/** The event store compared with itself, and then the log with the event store. */
public final class LedgerIntegrity {
    private LedgerIntegrity() {}

    /** A log that was not begun yet is nothing to compare with. */
    public static IntegrityReport check(OpenLedger ledger, StoreIntegrity store, StoreIntegrity.Progress progress) {
        IntegrityReport report = store.verifyStore(progress);
        if (!report.sound() || !Files.exists(ledger.data().log())) {
            return report;
        }
        return checkLog(ledger, progress)
                .map(flaw -> new IntegrityReport(
                        report.eventsChecked(),
                        report.streams(),
                        Optional.of(new IntegrityReport.Flaw(flaw.position(), flaw.what()))))
                .orElse(report);
    }

    private static Optional<LogCheck.Flaw> checkLog(OpenLedger ledger, StoreIntegrity.Progress progress) {
        try {
            return ledger.evidence().flatMap(evidence -> evidence.check(progress::checked));
        } catch (CorruptLog refused) {
            return Optional.of(new LogCheck.Flaw(refused.position(), String.valueOf(refused.getMessage())));
        }
    }
}
