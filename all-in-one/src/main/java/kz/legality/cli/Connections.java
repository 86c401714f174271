package kz.legality.cli;

import kz.legality.command.store.DataDirectoryInUse;
import kz.legality.launch.DataDirectory;
import kz.legality.launch.LedgerSettings;
import kz.legality.launch.RunningLedger;

/** Finds the ledger that runs on a directory, or opens the directory. */
final class Connections {
    private Connections() {}

    static LedgerConnection open(DataDirectory data, LedgerSettings settings) {
        return RunningLedger.on(data)
                .<LedgerConnection>map(running -> new RemoteLedger(running, data))
                .orElseGet(() -> direct(data, settings));
    }

    /** For verbs that run the ledger themselves: the user is told where the one that runs answers. */
    static void requireNoneRunsOn(DataDirectory data) {
        RunningLedger.on(data).ifPresent(running -> {
            throw new IllegalStateException("the data directory " + data.root() + " is in use by process "
                    + running.pid() + ", a ledger that answers at " + running.address()
                    + "; stop it, or choose another directory with --data DIR");
        });
    }

    private static LedgerConnection direct(DataDirectory data, LedgerSettings settings) {
        try {
            return DirectLedger.open(data, settings);
        } catch (DataDirectoryInUse inUse) {
            // It may have been started since we looked, and have left its note by now.
            return RunningLedger.on(data)
                    .<LedgerConnection>map(running -> new RemoteLedger(running, data))
                    .orElseThrow(() -> inUse);
        }
    }
}
