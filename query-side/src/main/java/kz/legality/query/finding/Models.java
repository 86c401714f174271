package kz.legality.query.finding;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.legality.identifier.Tac;
import kz.legality.query.tac.Catalogue;
import kz.legality.rule.Model;
import kz.legality.tac.TacEvent.TacListed;
import org.jspecify.annotations.Nullable;

/** The catalogue's names by type allocation code, remembered while tracing runs. */
final class Models {
    private static final int REMEMBERED_MAX = 300_000;
    private static final List<String> NAMES =
            List.of("marketing_name", "model_aliases", "aliases", "model", "internal_model_name", "code_name");
    private static final List<String> BRANDS = List.of("brand_name", "brand");

    private final Catalogue catalogue;
    private final Map<String, Optional<Model>> known = new HashMap<>();

    Models(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    synchronized Optional<Model> of(String tac) {
        if (known.size() > REMEMBERED_MAX) {
            known.clear();
        }
        return known.computeIfAbsent(
                tac,
                code -> catalogue
                        .listing(new Tac(code))
                        .map(it -> model(it.manufacturer(), it.modelName(), it.other())));
    }

    synchronized Model learn(TacListed it) {
        Model model = model(it.manufacturer(), it.modelName(), it.other());
        known.put(it.tac().value(), Optional.of(model));
        return model;
    }

    private static Model model(String manufacturer, String modelName, Map<String, String> other) {
        List<String> brands = new ArrayList<>(List.of(manufacturer));
        BRANDS.forEach(column -> each(other.get(column), brands));
        List<String> names = new ArrayList<>();
        each(modelName, names);
        NAMES.forEach(column -> each(other.get(column), names));
        return new Model(brands, names);
    }

    /** A cell may hold several names. */
    private static void each(@Nullable String cell, List<String> names) {
        if (cell != null && !cell.isBlank()) {
            names.add(cell);
            for (String name : cell.split("[,;|]")) {
                if (!name.isBlank()) {
                    names.add(name.strip());
                }
            }
        }
    }
}
