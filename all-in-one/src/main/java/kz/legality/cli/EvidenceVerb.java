package kz.legality.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import kz.legality.identifier.Imei;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "evidence",
        description = "Makes a bundle that proves the whole history of devices to whoever has the log's key."
                + " Personal fields stay withheld; a court opens them over its own door.")
final class EvidenceVerb implements Callable<Integer> {
    @Mixin
    private final DataOptions data = new DataOptions();

    @Parameters(paramLabel = "IMEI", arity = "1..*", description = "14, 15 or 16 digits")
    private List<String> imeis = List.of();

    @Option(names = "--case", paramLabel = "NO", required = true, description = "number of the case")
    private String caseNumber = "";

    @Option(names = "--basis", paramLabel = "TEXT", required = true, description = "the norm or paper that allows it")
    private String basis = "";

    @Option(names = "--as-of", paramLabel = "T", description = "the moment asked about (default: now)")
    private @Nullable String asOf;

    @Option(names = "--out", paramLabel = "FILE.evz", required = true, description = "where to write the bundle")
    private Path out = Path.of("");

    @Override
    public Integer call() {
        List<Imei> asked = imeis.stream().map(Arguments::imei).toList();
        Arguments.requireMoment("--as-of", asOf);
        Path folder = out.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new BadArgument("there is no folder for " + out);
        }
        if (caseNumber.isBlank() || basis.isBlank()) {
            throw new BadArgument("evidence is made in a case and on a legal basis; neither may be empty");
        }
        try (LedgerConnection ledger = data.connectToAsk()) {
            TerminalProgress progress = new TerminalProgress("evidence", "devices");
            JsonNode made = ledger.evidence(asked, caseNumber.strip(), basis.strip(), asOf, out, progress::at);
            progress.done();
            System.out.printf(
                    Locale.ROOT,
                    "%s: %,d bytes, case %s, %d IMEIs, bundle %s%nVerify it with the key of this log (/log/vkey, or"
                            + " %s):%n  ./ledger verify %s --trust VKEYFILE%n",
                    out,
                    made.path("bytes").asLong(),
                    caseNumber.strip(),
                    asked.size(),
                    made.path("id").asText(),
                    data.directory().log().resolve("vkey"),
                    out);
        }
        return Ledger.DONE;
    }
}
