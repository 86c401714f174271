package kz.legality.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "notify",
        description =
                "Tells owners of grey devices until when they have to prove them lawful, and reminds them: what is"
                        + " due goes into the outbox, and that it did is recorded.")
final class NotifyVerb implements Callable<Integer> {
    @Mixin
    private final DataOptions data = new DataOptions();

    @Option(names = "--json", description = "as JSON")
    private boolean json;

    @Override
    public Integer call() {
        try (LedgerConnection ledger = data.connectToAsk()) {
            JsonNode report = ledger.tellOwners();
            System.out.print(
                    json
                            ? Printing.line(report)
                            : String.format(
                                    Locale.ROOT,
                                    "%,d grey terms run, %,d notices were sent%n",
                                    report.path("devices").asLong(),
                                    report.path("sent").asLong()));
        }
        return Ledger.DONE;
    }
}
