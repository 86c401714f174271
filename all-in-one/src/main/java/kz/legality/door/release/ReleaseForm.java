package kz.legality.door.release;

/** The forms a release is written in, each in a file of its own. */
public enum ReleaseForm {
    JSON_LINES("jsonl", "application/jsonl", "{\"imei\":\"".length()),
    CSV("csv", "text/csv", 0);

    private final String extension;
    private final String mediaType;
    private final int imeiFrom;

    ReleaseForm(String extension, String mediaType, int imeiFrom) {
        this.extension = extension;
        this.mediaType = mediaType;
        this.imeiFrom = imeiFrom;
    }

    /** Where in a row its IMEI begins. */
    int imeiFrom() {
        return imeiFrom;
    }

    /** What the name of such a file ends with. */
    public String extension() {
        return extension;
    }

    /** By which it is asked for over HTTP. */
    public String mediaType() {
        return mediaType;
    }
}
