/** The one form in which events and their metadata are stored, and how older forms are read. */
@NullMarked
package kz.legality.command.storedform;

import org.jspecify.annotations.NullMarked;
