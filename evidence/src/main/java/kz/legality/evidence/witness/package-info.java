/** Those outside who see the log's checkpoints, so that its owner cannot show one tree to one and another to the next. */
@NullMarked
package kz.legality.evidence.witness;

import org.jspecify.annotations.NullMarked;
