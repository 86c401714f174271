package kz.legality.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import kz.legality.policy.Policy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * {@code docs/rules.md} is what the rules say of themselves, the policy's words for their thresholds, and the cases they
 * are tested by. Written anew with {@code -Drules.write=true}.
 */
class RuleDocumentTest {
    private static final Path DOCUMENT = Path.of("..", "docs", "rules.md");

    static Stream<About> rules() {
        return RuleBook.of(DossierDraft.TERMS).about().stream().sorted(Comparator.comparing(About::id));
    }

    @Test
    void the_document_is_what_the_rules_say() throws IOException {
        String written = written();
        if (Boolean.getBoolean("rules.write")) {
            Files.writeString(DOCUMENT, written);
        }
        assertThat(DOCUMENT)
                .content()
                .as("write it anew with -Drules.write=true")
                .isEqualTo(written);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void each_threshold_is_a_key_of_the_policy(About rule) {
        assertThat(rule.parameters()).allSatisfy(key -> assertThat(said(key)).isNotBlank());
        assertThat(rule.sources()).isNotEmpty();
    }

    private static String written() {
        StringBuilder text = new StringBuilder();
        text.append("# Rules\n\n")
                .append("By which recorded facts are judged. This page is written by a test (`RuleDocumentTest`) from"
                        + " the rules")
                .append(" themselves, from the policy of Kazakhstan that is shipped, and from the cases each rule is"
                        + " tested by")
                .append(" (`RuleCasesTest`): it cannot say what is not so. A finding is no verdict; a person confirms"
                        + " or")
                .append(" dismisses it. Below MEDIUM it puts no refund in question.\n");
        rules().forEach(rule -> write(rule, text));
        return text.toString();
    }

    private static void write(About rule, StringBuilder text) {
        text.append("\n## ").append(rule.id()).append(' ').append(rule.name()).append("\n\n");
        text.append(rule.condition()).append('\n');
        text.append('\n')
                .append(
                        rule.questionsRefund()
                                ? "VAT stands on its findings."
                                : "No VAT stands on its findings by themselves.")
                .append(" Version ")
                .append(rule.version())
                .append(".\n");
        if (!rule.parameters().isEmpty()) {
            text.append("\n| policy key | Kazakhstan |\n|---|---|\n");
            rule.parameters()
                    .forEach(key -> text.append("| `")
                            .append(key)
                            .append("` | ")
                            .append(said(key))
                            .append(" |\n"));
        }
        text.append("\nSources: ").append(String.join("; ", rule.sources())).append(".\n");
        text.append(
                rule.lookAlikes().isEmpty()
                        ? "\nNo honest explanation is known.\n"
                        : "\nHonest explanations looked at:\n\n");
        rule.lookAlikes().forEach(it -> text.append("- ").append(it).append('\n'));
        text.append("\n| what is known | what it finds |\n|---|---|\n");
        tested(rule.id()).forEach(line -> text.append("| ").append(line).append(" |\n"));
    }

    private static List<String> tested(String rule) {
        return Stream.concat(
                        RuleCases.all().stream()
                                .filter(it -> it.rule().equals(rule))
                                .map(it -> it.title() + " | " + it.outcome()),
                        rule.equals("R1c")
                                ? ItemCase.ALL.stream().map(it -> it.title() + " | " + it.outcome())
                                : Stream.of())
                .toList();
    }

    private static String said(String key) {
        Object terms = Policy.kazakhstan().terms();
        for (String step : key.split("\\.", -1)) {
            terms = terms instanceof Map<?, ?> map ? map.get(step) : null;
        }
        assertThat(terms).as("%s is a key of the policy", key).isNotNull();
        return String.valueOf(terms);
    }
}
