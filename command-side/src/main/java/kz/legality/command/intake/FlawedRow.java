package kz.legality.command.intake;

/** Thrown when a row does not say what its kind needs. The reason never repeats what stands in the row. */
final class FlawedRow extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String column;

    /** @param column at fault; empty where it is the row as a whole */
    FlawedRow(String column, String reason) {
        super(reason, null, false, false);
        this.column = column;
    }

    String column() {
        return column;
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
