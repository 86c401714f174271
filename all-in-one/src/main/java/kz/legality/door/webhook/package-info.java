/** Tells operators of changes by calling them: signed, in order, again until they heard it. */
@NullMarked
package kz.legality.door.webhook;

import org.jspecify.annotations.NullMarked;
