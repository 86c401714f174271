/** A synthetic nation whose files carry planted fraud, honest look-alikes, and the truth about both. */
@NullMarked
package kz.legality.simulation;

import org.jspecify.annotations.NullMarked;
