package kz.legality.evidence.verifier;

import java.util.Locale;

/** What is checked, in this order. */
public enum Check {
    CONTAINER("every byte of the file belongs to a file in it"),
    MANIFEST("the manifest is signed by the log's key"),
    FILES("each file is the one the manifest names, and there is no other"),
    CHECKPOINT("the checkpoint is signed by the log's key"),
    WITNESSES("the checkpoint was seen by the witnesses whose keys were given"),
    INCLUSION("each event's entry stands in the log at its index"),
    EVENTS("each event is the one its entry commits to"),
    CHAINS("the entries of each device follow each other without a gap"),
    MAP_ROOT("the root of the map was committed to in the log"),
    COMPLETENESS("the events of each device are all there are up to that root"),
    QUERY("each IMEI that was asked for has its history here"),
    OPENED_FIELDS("each opened personal field is the one the event commits to"),
    SOURCES("the files the events came from have their receipts here"),
    STREAM_NAMES("each device's name in the log is made from its IMEI by the index key"),
    TIMESTAMP("a time-stamping authority saw the checkpoint (RFC 3161)"),
    PAPERS("PDF signatures are not checked here: pdfsig, or a PDF reader, does that");

    private final String sentence;

    Check(String sentence) {
        this.sentence = sentence;
    }

    public String sentence() {
        return sentence;
    }

    /** As it is written on a line. */
    public String written() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
