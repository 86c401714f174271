package kz.legality.rule;

import java.util.List;
import java.util.Optional;
import kz.legality.finding.Considered;
import kz.legality.finding.Finding;
import kz.legality.finding.Severity;
import org.jspecify.annotations.Nullable;

/**
 * What is known, and what one rule must make of it. An auditor reads them in docs/rules.md.
 *
 * @param rule its id
 * @param title in a sentence
 * @param severity of the one finding; null where there must be none
 * @param explanation that the finding says applies; null where none does
 * @param unless what the rule would find if the last word had not been said; null where nothing hangs on it alone
 */
record RuleCase(
        String rule,
        String title,
        DossierDraft draft,
        @Nullable Severity severity,
        @Nullable String explanation,
        @Nullable Severity unless) {

    static RuleCase raises(String rule, Severity severity, String title, DossierDraft draft) {
        return new RuleCase(rule, title, draft, severity, null, null);
    }

    static RuleCase silent(String rule, String title, DossierDraft draft) {
        return new RuleCase(rule, title, draft, null, null, null);
    }

    /** What the explanation rests on is not a word of the device's own. */
    RuleCase considering(String name) {
        return new RuleCase(rule, title, draft, severity, name, unless);
    }

    /** The last word alone makes it lighter, or takes it away. */
    RuleCase otherwise(Severity without) {
        return new RuleCase(rule, title, draft, severity, explanation, without);
    }

    List<Finding> judged() {
        return judged(draft);
    }

    List<Finding> judged(DossierDraft other) {
        return RuleBook.of(DossierDraft.TERMS).judge(other.dossier()).stream()
                .filter(it -> it.rule().equals(rule))
                .toList();
    }

    static List<String> applying(Finding finding) {
        return finding.considered().stream()
                .filter(Considered::applies)
                .map(Considered::explanation)
                .toList();
    }

    Optional<Severity> expected() {
        return Optional.ofNullable(severity);
    }

    String outcome() {
        String found = severity == null ? "nothing" : severity.name();
        return found
                + (explanation == null ? "" : ", " + explanation)
                + (unless == null ? "" : " (without the last word: " + unless + ")");
    }

    @Override
    public String toString() {
        return rule + ": " + title + " -> " + outcome();
    }
}
