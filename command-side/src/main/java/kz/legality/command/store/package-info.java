/** Knows how an event is written down, what makes a stored event unbelievable, and who may hold a data directory. */
@NullMarked
package kz.legality.command.store;

import org.jspecify.annotations.NullMarked;
