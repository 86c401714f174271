/** The white, grey and black list, as they are now, and the grey terms that are due. */
@NullMarked
package kz.legality.query.list;

import org.jspecify.annotations.NullMarked;
