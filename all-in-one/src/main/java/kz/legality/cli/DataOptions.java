package kz.legality.cli;

import java.nio.file.Path;
import kz.legality.launch.DataDirectory;
import kz.legality.launch.LedgerSettings;
import picocli.CommandLine.Option;

/** The options every verb has. */
final class DataOptions {
    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = "${LEDGER_DATA:-data}",
            description = "where the ledger keeps its data (default: ./data)")
    private Path data = Path.of("data");

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "says what the verb does and takes")
    private boolean help;

    DataDirectory directory() {
        return new DataDirectory(data);
    }

    LedgerSettings settings() {
        return LedgerSettings.fromEnvironment(System.getenv());
    }

    /** The ledger that runs on the directory, else the directory itself, which is made if need be. */
    LedgerConnection connect() {
        return Connections.open(directory(), settings());
    }

    /** As {@link #connect}, for verbs that only ask: a directory that holds nothing is an error, not a new ledger. */
    LedgerConnection connectToAsk() {
        DataDirectory directory = directory();
        if (!directory.holdsALedger() && settings().isEmbedded()) {
            throw new BadArgument("no ledger is kept in " + directory.root()
                    + "; name another with --data DIR, or feed it" + " files first");
        }
        return Connections.open(directory, settings());
    }
}
