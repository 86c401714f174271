/** Every error of the HTTP interface as RFC 9457 problem details. */
@NullMarked
package kz.legality.door.problem;

import org.jspecify.annotations.NullMarked;
