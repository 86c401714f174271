package kz.legality.simulation;

import java.util.List;

/**
 * Phones of one item of an import declaration, as they were declared.
 *
 * @param unitVatTiyn VAT paid on one at import
 */
record Goods(List<Phone> phones, long unitValueTiyn, long unitVatTiyn) {
    Goods first(int count) {
        return new Goods(phones.subList(0, count), unitValueTiyn, unitVatTiyn);
    }

    Goods after(int count) {
        return new Goods(phones.subList(count, phones.size()), unitValueTiyn, unitVatTiyn);
    }
}
