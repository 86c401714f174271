package kz.legality.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "fsck",
        description =
                "Reads every event and checks checksums, positions, streams and their index; names the first bad one.")
final class FsckVerb implements Callable<Integer> {
    @Mixin
    private final DataOptions data = new DataOptions();

    @Option(names = "--json", description = "as JSON")
    private boolean json;

    @Override
    public Integer call() {
        try (LedgerConnection ledger = data.connectToAsk()) {
            TerminalProgress progress = new TerminalProgress("fsck", "events");
            JsonNode report = ledger.fsck(progress::at);
            progress.done();
            System.out.print(json ? Printing.pretty(report) : Printing.integrity(report));
            return report.path("sound").asBoolean() ? Ledger.DONE : Ledger.FAILED;
        }
    }
}
