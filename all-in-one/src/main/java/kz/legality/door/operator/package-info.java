/** What the networks ask and are given: equipment checks, releases of lists, and what the operators say they hold. */
@NullMarked
package kz.legality.door.operator;

import org.jspecify.annotations.NullMarked;
