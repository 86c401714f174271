package kz.legality.observation;

import kz.legality.event.LedgerEvent;

/**
 * An event as the ledger holds it.
 *
 * @param position in the ledger
 * @param sequence in its stream
 */
public record StoredWord(long position, long sequence, LedgerEvent event) {}
