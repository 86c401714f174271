package kz.legality.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "expire",
        description = "Ends the grey terms that are due: devices not proven lawful in time are blocked.")
final class ExpireVerb implements Callable<Integer> {
    @Mixin
    private final DataOptions data = new DataOptions();

    @Option(names = "--on", paramLabel = "DATE", description = "terms due by the end of this day (default: by now)")
    private @Nullable LocalDate on;

    @Option(names = "--json", description = "as JSON")
    private boolean json;

    @Override
    public Integer call() {
        try (LedgerConnection ledger = data.connectToAsk()) {
            JsonNode report = ledger.expire(on);
            System.out.print(
                    json
                            ? Printing.line(report)
                            : String.format(
                                    Locale.ROOT,
                                    "%,d grey terms were due, %,d devices are now blocked%n",
                                    report.path("due").asLong(),
                                    report.path("blocked").asLong()));
        }
        return Ledger.DONE;
    }
}
