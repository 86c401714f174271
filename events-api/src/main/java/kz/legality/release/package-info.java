/** Releases of the lists operators enforce, what changed between two of them, and what operators say they hold. */
@NullMarked
package kz.legality.release;

import org.jspecify.annotations.NullMarked;
