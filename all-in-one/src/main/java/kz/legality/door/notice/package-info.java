/** Proof of notice over HTTP: what an owner was told, and whether it arrived. */
@NullMarked
package kz.legality.door.notice;

import org.jspecify.annotations.NullMarked;
