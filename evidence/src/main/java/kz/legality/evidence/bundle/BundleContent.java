package kz.legality.evidence.bundle;

import java.util.List;
import java.util.Map;
import kz.legality.evidence.log.RecordedEvent;

/**
 * What a bundle says, for whoever writes it down for people.
 *
 * @param histories the events of each IMEI, oldest first
 * @param sources receipts of the files these events came from, by the file's hash
 * @param checkpoint the signed note the proofs end in
 * @param logSize of that checkpoint
 * @param mapSize up to which the histories are complete
 */
public record BundleContent(
        EvidenceRequest request,
        Map<String, List<RecordedEvent>> histories,
        Map<Long, List<LedgerAsked.OpenedField>> opened,
        Map<String, SourceReceipt> sources,
        String verifierKey,
        String checkpoint,
        long logSize,
        long mapSize) {}
