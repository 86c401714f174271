package kz.legality.command.intake;

import kz.legality.identifier.Malformed;

/** Readings that several kinds of file share. */
final class Cells {
    private static final int POSITIVE_DIGITS_MAX = 9;

    private Cells() {}

    static String text(String cell) {
        return cell;
    }

    /** A whole number from 1 up to nine digits. */
    static int positive(String cell) {
        boolean digits = cell.chars().allMatch(c -> c >= '0' && c <= '9');
        int number = digits && cell.length() <= POSITIVE_DIGITS_MAX ? Integer.parseInt(cell) : 0;
        if (number == 0) {
            throw new Malformed("the number of an item is a whole number from 1, this is not");
        }
        return number;
    }
}
