/** Whose a subscriber line is, by the list of subscribers. */
@NullMarked
package kz.legality.line;

import org.jspecify.annotations.NullMarked;
