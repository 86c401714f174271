package kz.legality.command.intake;

/**
 * A column of a kind of file.
 *
 * @param ordinal its place among the columns of the kind, whatever the order in a file
 * @param reads its cells, stripped and never blank
 */
record Column<T>(int ordinal, String name, Presence presence, Reading<T> reads) {
    /** What may be missing. */
    enum Presence {
        /** Every row says it. */
        REQUIRED,
        /** A cell may be blank, but the column is there. */
        MAY_BE_BLANK,
        /** The column may be missing too. */
        MAY_BE_LEFT_OUT
    }

    /** From a cell to a value. */
    @FunctionalInterface
    interface Reading<T> {
        /** @throws kz.legality.identifier.Malformed when the cell is not one */
        T of(String cell);
    }
}
