/** Who looked at what, on which ground: reading about persons is itself recorded. */
@NullMarked
package kz.legality.access;

import org.jspecify.annotations.NullMarked;
