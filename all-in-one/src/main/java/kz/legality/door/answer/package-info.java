/** The answers as the HTTP interface and the command line give them. */
@NullMarked
package kz.legality.door.answer;

import org.jspecify.annotations.NullMarked;
