package kz.legality.observation;

/**
 * A range of IMEIs, or all rows without one, that a detector looks at in one go. An archive is sorted by IMEI and every
 * detector judges each device by its own rows, so stretches one after the other find what all of it at once would; and the
 * tables in which a detector gathers do not grow with the archive.
 *
 * @param from first IMEI, as a number of 14 digits
 * @param end the first IMEI that is not in it
 */
record Stretch(long from, long end) {
    private static final long IMEIS = 100_000_000_000_000L;

    /** Each IMEI. */
    static final Stretch ALL = new Stretch(0, IMEIS);

    /** What was sent in place of an IMEI. */
    static final Stretch NO_IMEI = new Stretch(IMEIS, IMEIS);

    /** As a condition on the column {@code imei}. */
    String condition() {
        return equals(NO_IMEI) ? "imei IS NULL" : "imei >= " + from + " AND imei < " + end;
    }
}
