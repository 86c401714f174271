/** Refund claims, companies, findings and the ways of goods, over HTTP. */
@NullMarked
package kz.legality.door.claim;

import org.jspecify.annotations.NullMarked;
