package kz.legality.rule;

import java.util.List;

/**
 * What the catalogue says of the phone's type allocation code.
 *
 * @param brands the brand and the maker
 * @param names model, marketing name and further aliases
 */
public record Model(List<String> brands, List<String> names) {
    public Model {
        brands = List.copyOf(brands);
        names = List.copyOf(names);
    }
}
