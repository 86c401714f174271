/** The doors: everything that is reached over HTTP. */
@NullMarked
package kz.legality.door;

import org.jspecify.annotations.NullMarked;
