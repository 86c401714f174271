/** The Diameter base protocol (RFC 6733), as much as a server needs that answers one application to peers it knows. */
@NullMarked
package kz.legality.door.diameter;

import org.jspecify.annotations.NullMarked;
