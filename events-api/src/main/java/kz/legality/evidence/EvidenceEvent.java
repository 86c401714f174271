package kz.legality.evidence;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.List;
import kz.legality.event.LedgerEvent;
import kz.legality.event.Source;
import kz.legality.event.StoredAs;
import kz.legality.identifier.FileHash;
import kz.legality.identifier.Imei;
import org.jspecify.annotations.Nullable;

/** Everything that is recorded about evidence. It stands in the log like any other event, and is proven like any other. */
public sealed interface EvidenceEvent extends LedgerEvent {

    /**
     * The map of all streams had this root when the log had this size: what "these are all events" and "there is none"
     * are proven against. It stands in the log behind the entries it speaks of.
     *
     * @param size how many entries the map covers: those at positions below it
     * @param root base64 of the root, 32 bytes
     * @param indexKeyHash base64 of SHA-256 of the key by which streams are named in the log; whoever is entrusted with
     *     that key can check that a stream's name is an IMEI's
     */
    @StoredAs("MapRootCommitted")
    record MapRootCommitted(Instant occurredAt, Source source, long size, String root, String indexKeyHash)
            implements EvidenceEvent {
        @Override
        @JsonIgnore
        public String stream() {
            return "log:map-root";
        }
    }

    /**
     * Somebody asked for a bundle under a case. Stands in the bundle as the first line of its custody.
     *
     * @param id of the bundle
     * @param asOf the moment asked about, null where it is the moment of asking
     */
    @StoredAs("EvidenceRequested")
    record EvidenceRequested(
            String id,
            Instant occurredAt,
            Source source,
            List<String> roles,
            List<Imei> imeis,
            String caseNumber,
            String legalBasis,
            @Nullable String orderHash,
            @Nullable Instant asOf)
            implements EvidenceEvent {
        @Override
        @JsonIgnore
        public String stream() {
            return streamOf(id);
        }
    }

    /**
     * A bundle left the ledger's hands.
     *
     * @param logSize of the log its proofs were made for
     * @param opened paths of the personal fields that stand open in it
     */
    @StoredAs("EvidenceIssued")
    record EvidenceIssued(
            String id,
            Instant occurredAt,
            Source source,
            FileHash bundle,
            long bytes,
            long logSize,
            List<String> opened)
            implements EvidenceEvent {
        @Override
        @JsonIgnore
        public String stream() {
            return streamOf(id);
        }
    }

    /** Somebody took an issued bundle, again or for the first time. */
    @StoredAs("EvidenceFetched")
    record EvidenceFetched(String id, Instant occurredAt, Source source, List<String> roles) implements EvidenceEvent {
        @Override
        @JsonIgnore
        public String stream() {
            return streamOf(id);
        }
    }

    static String streamOf(String id) {
        return "evidence:" + id;
    }
}
