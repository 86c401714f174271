/** Any single event of the ledger, by its position. */
@NullMarked
package kz.legality.query.event;

import org.jspecify.annotations.NullMarked;
