package kz.legality.door.release;

/** The forms a release is written in, each in a file of its own. */
public enum ReleaseForm {
    JSON_LINES("jsonl", "{\"imei\":\"".length()),
    CSV("csv", 0);

    private final String extension;
    private final int imeiFrom;

    ReleaseForm(String extension, int imeiFrom) {
        this.extension = extension;
        this.imeiFrom = imeiFrom;
    }

    /** Where in a row its IMEI begins. */
    int imeiFrom() {
        return imeiFrom;
    }

    String extension() {
        return extension;
    }
}
