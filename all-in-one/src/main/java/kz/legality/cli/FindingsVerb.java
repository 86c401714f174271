package kz.legality.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.Callable;
import kz.legality.finding.FindingState;
import kz.legality.finding.Severity;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "findings", description = "Lists what the rules found; what was withdrawn only when asked for.")
final class FindingsVerb implements Callable<Integer> {
    @Mixin
    private final DataOptions data = new DataOptions();

    @Option(names = "--rule", paramLabel = "R", description = "such as R1 or R2a")
    private @Nullable String rule;

    @Option(names = "--severity", paramLabel = "S", description = "INFO, WARN, MEDIUM, HIGH or CRITICAL")
    private @Nullable String severity;

    @Option(names = "--state", paramLabel = "S", description = "OPEN, CONFIRMED, DISMISSED or WITHDRAWN")
    private @Nullable String state;

    @Option(names = "--json", description = "as a JSON array")
    private boolean json;

    @Override
    public Integer call() {
        String askedSeverity = named("--severity", severity, Severity.class);
        String askedState = named("--state", state, FindingState.class);
        try (LedgerConnection ledger = data.connectToAsk()) {
            if (json) {
                ArrayNode all = JsonNodeFactory.instance.arrayNode();
                ledger.findings(rule, askedSeverity, askedState, all::add);
                System.out.print(Printing.pretty(all));
            } else {
                ledger.findings(rule, askedSeverity, askedState, it -> System.out.print(ClaimTexts.finding(it)));
            }
        }
        return Ledger.DONE;
    }

    private static <E extends Enum<E>> @Nullable String named(String option, @Nullable String text, Class<E> type) {
        if (text == null) {
            return null;
        }
        try {
            return Enum.valueOf(type, text.toUpperCase(Locale.ROOT)).name();
        } catch (IllegalArgumentException e) {
            throw new BadArgument(option + " is one of " + Arrays.toString(type.getEnumConstants()));
        }
    }
}
