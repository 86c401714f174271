package kz.legality.evidence.verifier;

import java.util.List;
import kz.legality.evidence.proof.LogEntry;

/**
 * An event of the bundle with the entry that was proven to stand in the log.
 *
 * @param leaf leaf hash of the entry
 * @param event the event's JSON
 * @param opened its opened personal fields
 */
record ProvenEvent(long position, LogEntry entry, byte[] leaf, Fields event, List<Fields> opened) {}
