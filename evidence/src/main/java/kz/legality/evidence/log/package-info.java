/** The log over the events: entries, tiles and checkpoints on disk, written in order; knows the proofs, and neither side. */
@NullMarked
package kz.legality.evidence.log;

import org.jspecify.annotations.NullMarked;
