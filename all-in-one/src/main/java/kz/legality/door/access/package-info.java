/** Who may open which door, for what stated purpose, and what a refusal looks like. Knows no device and no event. */
@NullMarked
package kz.legality.door.access;

import org.jspecify.annotations.NullMarked;
