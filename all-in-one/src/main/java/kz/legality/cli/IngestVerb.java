package kz.legality.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import kz.legality.sourcefile.FileKind;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "ingest",
        description = "Feeds files. Exit 0: all rows accepted; 3: some quarantined; 4: a file was refused.")
final class IngestVerb implements Callable<Integer> {
    @Mixin
    private final DataOptions data = new DataOptions();

    @Parameters(index = "0", paramLabel = "KIND", description = "one of the file kinds of the contract")
    private String kind = "";

    @Parameters(index = "1..*", arity = "1..*", paramLabel = "FILE", description = ".csv, .csv.gz or .zip")
    private List<Path> files = List.of();

    @Option(names = "--sender", paramLabel = "NAME", description = "who sent it (default: the user of this machine)")
    private String sender = System.getProperty("user.name", "unknown");

    @Option(names = "--json", description = "one JSON object a file")
    private boolean json;

    @Override
    public Integer call() {
        FileKind known = FileKind.of(kind)
                .orElseThrow(
                        () -> new BadArgument("'" + kind + "' is not a kind of file; the kinds are " + FileKind.all()));
        for (Path file : files) {
            if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
                throw new BadArgument("there is no file " + file + " that can be read");
            }
        }
        int worst = Ledger.DONE;
        try (LedgerConnection ledger = data.connect()) {
            for (Path file : files) {
                TerminalProgress progress =
                        new TerminalProgress(file.getFileName().toString(), "rows");
                JsonNode receipt = ledger.ingest(known, file, sender, progress::at);
                progress.done();
                System.out.print(json ? Printing.line(receipt) : Printing.receipt(receipt));
                worst = Math.max(worst, exitOf(receipt));
            }
        }
        return worst;
    }

    private static int exitOf(JsonNode receipt) {
        if (receipt.hasNonNull("refusal")) {
            return Ledger.REFUSED;
        }
        return receipt.path("quarantined").asLong() > 0 ? Ledger.SOME_QUARANTINED : Ledger.DONE;
    }
}
