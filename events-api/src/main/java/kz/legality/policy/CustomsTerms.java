package kz.legality.policy;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.legality.identifier.Procedure;

/**
 * How customs papers are read ({@code customs}).
 *
 * @param dt the form of a declaration's number
 * @param clearing procedures that release goods for the home market for good
 * @param departing procedures by which goods leave the home market for good
 * @param temporary regimes that are no legality for good
 */
public record CustomsTerms(
        DeclarationForm dt, Set<Procedure> clearing, Set<Procedure> departing, Set<Procedure> temporary) {
    /** @param officeDigits of each country's customs offices, by its two letters */
    public record DeclarationForm(Map<String, Integer> officeDigits) {}

    /** Procedures by decision 378 of the Customs Union Commission. */
    public static CustomsTerms kazakhstan() {
        return new CustomsTerms(
                new DeclarationForm(Map.of("KZ", 5, "BY", 5, "KG", 5, "AM", 2, "RU", 8)),
                procedures("40", "60", "78", "96"),
                procedures("10", "31"),
                procedures("53", "80", "31", "23"));
    }

    private static Set<Procedure> procedures(String... codes) {
        return Stream.of(codes).map(Procedure::new).collect(Collectors.toUnmodifiableSet());
    }
}
