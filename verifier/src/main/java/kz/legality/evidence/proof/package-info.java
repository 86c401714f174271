/** Merkle trees, notes, tiles and the map of streams, as the public standards spell them; knows the JDK and nothing of the ledger. */
@NullMarked
package kz.legality.evidence.proof;

import org.jspecify.annotations.NullMarked;
