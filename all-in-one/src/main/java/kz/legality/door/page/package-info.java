/** The pages people open: rendered here, usable without script, printable. */
@NullMarked
package kz.legality.door.page;

import org.jspecify.annotations.NullMarked;
