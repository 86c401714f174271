package kz.legality.rule;

import java.util.Locale;

/** Whether a paper says of a phone that it is used. */
final class UsedGoods {
    private UsedGoods() {}

    /** One of the policy's words stands in what is declared, where a word begins. */
    static boolean named(String declared, RuleTerms terms) {
        String text = declared.toLowerCase(Locale.ROOT);
        return terms.usedWords().stream().map(it -> it.toLowerCase(Locale.ROOT)).anyMatch(it -> begins(text, it));
    }

    private static boolean begins(String text, String word) {
        for (int at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
            if (at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1))) {
                return true;
            }
        }
        return false;
    }
}
