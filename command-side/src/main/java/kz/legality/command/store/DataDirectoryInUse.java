package kz.legality.command.store;

import java.nio.file.Path;

/** Another ledger has this data directory open. */
public final class DataDirectoryInUse extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public DataDirectoryInUse(Path directory, String holder) {
        super("The data directory " + directory + " is in use by " + holder
                + ". Stop it, or name another directory; two ledgers never share one.");
    }
}
