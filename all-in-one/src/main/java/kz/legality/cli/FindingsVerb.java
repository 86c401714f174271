package kz.legality.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import kz.legality.finding.FindingState;
import kz.legality.finding.Severity;
import kz.legality.policy.Policy;
import kz.legality.rule.About;
import kz.legality.rule.RuleBook;
import kz.legality.rule.RuleTerms;
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
        requireKnown(rule);
        try (LedgerConnection ledger = data.connectToAsk()) {
            if (json) {
                ArrayNode all = JsonNodeFactory.instance.arrayNode();
                ledger.findings(rule, askedSeverity, askedState, all::add);
                System.out.print(Printing.pretty(all));
            } else {
                boolean[] none = {true};
                ledger.findings(rule, askedSeverity, askedState, it -> {
                    System.out.print(ClaimTexts.finding(it));
                    none[0] = false;
                });
                if (none[0]) {
                    System.out.println("There is no such finding.");
                }
            }
        }
        return Ledger.DONE;
    }

    private static void requireKnown(@Nullable String rule) {
        List<String> rules = RuleBook.of(RuleTerms.of(Policy.kazakhstan())).about().stream()
                .map(About::id)
                .toList();
        if (rule != null && !rules.contains(rule)) {
            throw new BadArgument("there is no rule '" + rule + "'; the rules are " + String.join(", ", rules));
        }
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
