package kz.legality.query.store;

import java.time.Instant;

/**
 * The progress of one segment of a processor, written with the views it speaks of.
 *
 * @param owner must hold the claim when the batch is committed, or nothing of the batch is written
 * @param leasedAt the claim counts as renewed then, in milliseconds
 * @param token opaque; empty is a token too
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record TokenWrite(String processor, int segment, String owner, Instant leasedAt, byte[] token) {
    public TokenWrite {
        KeyText.key(processor);
        KeyText.key(owner);
        if (segment < 0) {
            throw new IllegalArgumentException("a segment is negative: " + segment);
        }
    }
}
