package kz.legality.simulation;

/**
 * Something that happens in the nation again and again.
 *
 * @param name as {@code truth.json} gives it
 */
record Story(String name, Telling telling) {
    @FunctionalInterface
    interface Telling {
        /** Writes the rows of one such happening and answers how many IMEIs it used, about as many as were wanted. */
        int tell(Nation nation, String name, int phones);
    }

    int tell(Nation nation, int phones) {
        return telling.tell(nation, name, phones);
    }
}
