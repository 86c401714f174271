/** The lists operators consume. */
@NullMarked
package kz.legality.door.list;

import org.jspecify.annotations.NullMarked;
