package kz.legality.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.concurrent.Callable;
import kz.legality.identifier.Imei;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "history", description = "Prints everything that was recorded of a device, oldest first.")
final class HistoryVerb implements Callable<Integer> {
    @Mixin
    private final DataOptions data = new DataOptions();

    @Parameters(paramLabel = "IMEI", description = "14, 15 or 16 digits")
    private String imei = "";

    @Option(names = "--as-of", paramLabel = "T", description = "what was true at this time (date or RFC 3339)")
    private @Nullable String asOf;

    @Option(names = "--known-at", paramLabel = "T", description = "what the ledger knew at this time")
    private @Nullable String knownAt;

    @Option(names = "--json", description = "as JSON")
    private boolean json;

    @Override
    public Integer call() {
        Imei asked = Arguments.imei(imei);
        Arguments.requireMoment("--as-of", asOf);
        Arguments.requireMoment("--known-at", knownAt);
        try (LedgerConnection ledger = data.connectToAsk()) {
            JsonNode history = ledger.history(asked, asOf, knownAt);
            System.out.print(json ? Printing.pretty(history) : Printing.history(history));
        }
        return Ledger.DONE;
    }
}
