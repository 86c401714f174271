package kz.legality.evidence.bundle;

import java.util.List;
import java.util.Optional;
import kz.legality.evidence.log.RecordedEvent;

/** What making a bundle asks of the ledger around the log. */
public interface LedgerAsked {
    /**
     * A personal field that is shown.
     *
     * @param field its path in the event
     * @param salt base64
     */
    record OpenedField(String field, String salt, String value) {}

    /** Appends the event that commits to the map's root; durable when it returns. */
    void commitMapRoot(long size, byte[] root);

    /**
     * The checkpoint with the lines of the witnesses who cosign it; as it is where there are none.
     *
     * @param checkpoint as the log signed it
     */
    String cosigned(String checkpoint);

    /** An RFC 3161 response over the SHA-256 of these bytes; empty where no authority is asked or it does not answer. */
    Optional<byte[]> stamped(byte[] checkpoint);

    /** The personal fields of this event that may be shown to the one who asks; empty where none. */
    List<OpenedField> open(RecordedEvent event);

    /** Verifier keys of those who may have cosigned, a line each; empty where there are none. */
    List<String> witnessKeys();

    /** Reports and pages that stand beside the proofs. */
    Papers papers(BundleContent content);
}
