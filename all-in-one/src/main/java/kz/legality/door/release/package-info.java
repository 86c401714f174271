/** Releases lists: writes their files, signs them, records them, and tells two of them apart. */
@NullMarked
package kz.legality.door.release;

import org.jspecify.annotations.NullMarked;
