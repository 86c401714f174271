package kz.legality.simulation;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Goods in one item of an export declaration. */
record Consignment(
        String declaration,
        int item,
        String exporter,
        String destination,
        LocalDate day,
        @Nullable LocalDate exited,
        Goods goods,
        long unitValueTiyn) {
    /** As if another company had declared it. */
    Consignment by(String company) {
        return new Consignment(declaration, item, company, destination, day, exited, goods, unitValueTiyn);
    }

    /** As a later correction of the same declaration tells it. */
    Consignment corrected(LocalDate trueExit, int pricePermille) {
        return new Consignment(
                declaration, item, exporter, destination, day, trueExit, goods, unitValueTiyn * pricePermille / 1000);
    }

    String group() {
        return declaration + "#" + item;
    }

    /** The exit, else the declaration. */
    LocalDate left() {
        return exited == null ? day : exited;
    }

    long vatTiyn() {
        return goods.unitVatTiyn() * goods.phones().size();
    }
}
