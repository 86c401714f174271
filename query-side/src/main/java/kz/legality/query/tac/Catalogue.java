package kz.legality.query.tac;

import java.util.Optional;
import kz.legality.identifier.Tac;
import kz.legality.query.store.ReadStore;
import kz.legality.tac.TacEvent;
import org.jspecify.annotations.Nullable;

/** Answers what model a code names. */
public final class Catalogue {
    /** Further columns of the catalogue that name the model to a buyer. */
    private static final String BRAND_NAME = "brand_name";

    private static final String MARKETING_NAME = "marketing_name";

    private final ReadStore store;

    public Catalogue(ReadStore store) {
        this.store = store;
    }

    /**
     * A model as the catalogue names it.
     *
     * @param brand the brand, else the manufacturer
     * @param marketingName null where the catalogue has none
     */
    public record Model(
            String brand, String model, @Nullable String marketingName) {}

    public Optional<TacDocument> listing(Tac tac) {
        return store.get(TacsView.NAME, TacEvent.streamOf(tac)).map(TacDocument::of);
    }

    public Optional<Model> model(Tac tac) {
        return listing(tac)
                .map(it -> new Model(
                        it.other().getOrDefault(BRAND_NAME, it.manufacturer()),
                        it.modelName(),
                        it.other().get(MARKETING_NAME)));
    }
}
