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
    /** Verifier keys of the witnesses the ledger shows its checkpoints to; only where it has any. */
    public static final String WITNESS_KEYS = "keys/witnesses.vkey";

    /** The certificates of the one who signed the papers, PEM; only where somebody did. */
    public static final String PAPER_CERTIFICATES = "keys/papers.pem";

    /** Said in the manifest of papers that nobody signed. */
    public static final String UNSIGNED = "unsigned";

    /** Receipts of the files the events came from. */
    public static final String SOURCES = "sources.json";

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
