/** Seals the personal fields of events on their way into the store. */
@NullMarked
package kz.legality.command.secrecy;

import org.jspecify.annotations.NullMarked;
