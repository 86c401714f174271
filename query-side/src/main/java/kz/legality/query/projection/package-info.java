/** Feeds every recorded event, in the order of positions, to all views at once, and knows how far each of them is. */
@NullMarked
package kz.legality.query.projection;

import org.jspecify.annotations.NullMarked;
