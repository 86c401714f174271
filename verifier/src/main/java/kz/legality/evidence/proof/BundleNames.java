package kz.legality.evidence.proof;

import java.util.Locale;

/** What the files of an evidence bundle are called; both who writes and who verifies one go by these names. */
public final class BundleNames {
    public static final String FORMAT = "legality-ledger/evidence@v1";
    public static final String MIMETYPE = "mimetype";
    public static final String MANIFEST = "manifest.json";
    public static final String MANIFEST_NOTE = "manifest.note";
    public static final String CHECKPOINT = "checkpoint.note";
    public static final String MAP_PROOF = "map-proof.json";
    public static final String OTHER_EVENTS = "history/other.json";
    /** An RFC 3161 response over the SHA-256 of {@link #CHECKPOINT}; only where the ledger has an authority to ask. */
    public static final String TIME_STAMP = "tsa/checkpoint.tsr";

    public static final String LOG_KEY = "keys/log.vkey";

    /** The first line of the note that signs a manifest: never a checkpoint's, which is the log's name. */
    public static final String MANIFEST_NOTE_HEAD = "legality-ledger/manifest@v1";

    private BundleNames() {}

    public static String event(long position) {
        return String.format(Locale.ROOT, "events/%012d.json", position);
    }

    public static String proof(long position) {
        return String.format(Locale.ROOT, "proofs/%012d.tlog-proof", position);
    }

    public static String chain(String stream) {
        return "history/" + stream + ".chain.json";
    }
}
