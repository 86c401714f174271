/** An authority that says when it saw a checkpoint (RFC 3161). */
@NullMarked
package kz.legality.evidence.timestamp;

import org.jspecify.annotations.NullMarked;
