package kz.legality.cli;

import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import kz.legality.launch.Backup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "restore",
        description =
                "Puts a backup into a data directory that holds no ledger, checks it file by file, and rebuilds the"
                        + " views.")
final class RestoreVerb implements Callable<Integer> {
    @Mixin
    private final DataOptions data = new DataOptions();

    @Parameters(paramLabel = "DIR", description = "what backup made")
    private Path backup = Path.of("");

    @Override
    public Integer call() {
        TerminalProgress progress = new TerminalProgress("restore", "bytes");
        Backup.Report report;
        try {
            report = Backup.restore(
                    backup,
                    data.directory(),
                    (done, total) -> progress.at(done, total == 0 ? -1 : (double) done / total));
        } catch (IllegalArgumentException refused) {
            throw new BadArgument(String.valueOf(refused.getMessage()));
        }
        progress.done();
        // Opening it is the test of a backup, and leaves the views made.
        try (DirectLedger ledger = DirectLedger.open(data.directory(), data.settings())) {
            ledger.catchUp();
        }
        System.out.printf(
                Locale.ROOT,
                "%,d events of %s are back in %s%n",
                report.position() + 1,
                report.directory(),
                data.directory().root());
        return Ledger.DONE;
    }
}
