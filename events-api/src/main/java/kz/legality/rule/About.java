package kz.legality.rule;

import java.util.List;

/**
 * What a rule says of itself, for the reader of its findings.
 *
 * @param id as it is cited: {@code R1b}
 * @param version grows when the same facts would lead to another finding
 * @param condition in a sentence
 * @param questionsRefund whether VAT stands on its findings, where they weigh enough
 * @param parameters keys of the policy that set its thresholds
 * @param sources of the rule: law, precedent, trade practice
 * @param lookAlikes honest explanations it considers
 */
public record About(
        String id,
        int version,
        String name,
        String condition,
        boolean questionsRefund,
        List<String> parameters,
        List<String> sources,
        List<String> lookAlikes) {
    public About {
        parameters = List.copyOf(parameters);
        sources = List.copyOf(sources);
        lookAlikes = List.copyOf(lookAlikes);
    }
}
