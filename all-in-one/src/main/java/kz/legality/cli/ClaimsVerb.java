package kz.legality.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "claims", description = "Lists refund claims, those with most VAT at risk first.")
final class ClaimsVerb implements Callable<Integer> {
    @Mixin
    private final DataOptions data = new DataOptions();

    @Option(names = "--json", description = "as a JSON array")
    private boolean json;

    @Override
    public Integer call() {
        try (LedgerConnection ledger = data.connectToAsk()) {
            if (json) {
                ArrayNode all = JsonNodeFactory.instance.arrayNode();
                ledger.claims(all::add);
                System.out.print(Printing.pretty(all));
            } else {
                System.out.print(ClaimTexts.heading());
                int[] count = {0};
                ledger.claims(claim -> {
                    System.out.print(ClaimTexts.line(claim));
                    count[0]++;
                });
                if (count[0] == 0) {
                    System.out.println("No refund claims are recorded.");
                }
            }
        }
        return Ledger.DONE;
    }
}
