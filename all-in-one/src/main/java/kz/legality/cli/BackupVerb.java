package kz.legality.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "backup",
        description =
                "Copies the ledger, running or not, into a directory: events, keys, and files of its own. Guard it:"
                        + " it holds the keys that open every personal field.")
final class BackupVerb implements Callable<Integer> {
    @Mixin
    private final DataOptions data = new DataOptions();

    @Parameters(paramLabel = "DIR", description = "empty, or not there yet")
    private Path into = Path.of("");

    @Override
    public Integer call() {
        try (LedgerConnection ledger = data.connectToAsk()) {
            TerminalProgress progress = new TerminalProgress("backup", "bytes");
            JsonNode report = ledger.backup(into, progress::at);
            progress.done();
            System.out.printf(
                    Locale.ROOT,
                    "%,d events, in %,d files of %,d bytes, are in %s%n",
                    report.path("position").asLong() + 1,
                    report.path("files").asLong(),
                    report.path("bytes").asLong(),
                    report.path("directory").asText());
        } catch (IllegalArgumentException refused) {
            throw new BadArgument(String.valueOf(refused.getMessage()));
        }
        return Ledger.DONE;
    }
}
