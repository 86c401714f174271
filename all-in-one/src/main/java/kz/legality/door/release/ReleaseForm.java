package kz.legality.door.release;

/** The forms a release is written in, each in a file of its own. */
public enum ReleaseForm {
    JSON_LINES("jsonl"),
    CSV("csv");

    private final String extension;

    ReleaseForm(String extension) {
        this.extension = extension;
    }

    String extension() {
        return extension;
    }
}
