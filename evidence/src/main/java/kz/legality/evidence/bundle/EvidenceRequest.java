package kz.legality.evidence.bundle;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody asked for.
 *
 * @param imeis the 14 digits that count, each once
 * @param asOf the moment asked about
 * @param issuedBy who asked, as the ledger knows him
 */
public record EvidenceRequest(
        String id,
        List<String> imeis,
        String caseNumber,
        String legalBasis,
        @Nullable String orderHash,
        Instant asOf,
        String issuedBy,
        Instant requestedAt) {
    /** A bundle is made in memory. */
    public static final int IMEIS_MAX = 10_000;

    public EvidenceRequest {
        imeis = List.copyOf(imeis);
    }
}
