/** The query side of the ledger, put together. */
@NullMarked
package kz.legality.query;

import org.jspecify.annotations.NullMarked;
