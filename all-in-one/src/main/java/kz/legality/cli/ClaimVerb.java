package kz.legality.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "claim", description = "Shows one refund claim with each of its phones and what was found of them.")
final class ClaimVerb implements Callable<Integer> {
    @Mixin
    private final DataOptions data = new DataOptions();

    @Parameters(paramLabel = "NUMBER", description = "the claim's number")
    private String number = "";

    @Option(names = "--json", description = "as JSON")
    private boolean json;

    @Override
    public Integer call() {
        try (LedgerConnection ledger = data.connectToAsk()) {
            JsonNode claim = ledger.claim(number);
            System.out.print(json ? Printing.pretty(claim) : ClaimTexts.whole(claim));
        }
        return Ledger.DONE;
    }
}
