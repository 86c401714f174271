package kz.legality.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.concurrent.Callable;
import kz.legality.identifier.Imei;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "check", description = "Prints which list a device stands on, and why.")
final class CheckVerb implements Callable<Integer> {
    @Mixin
    private final DataOptions data = new DataOptions();

    @Parameters(paramLabel = "IMEI", description = "14, 15 or 16 digits")
    private String imei = "";

    @Option(names = "--json", description = "as JSON")
    private boolean json;

    @Override
    public Integer call() {
        Imei asked = Arguments.imei(imei);
        try (LedgerConnection ledger = data.connectToAsk()) {
            JsonNode device = ledger.device(asked, null, null);
            System.out.print(json ? Printing.pretty(device) : Printing.standing(device));
        }
        return Ledger.DONE;
    }
}
