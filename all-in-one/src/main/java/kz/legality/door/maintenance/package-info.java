/** Keeping a running ledger well: the daily sweep, rebuilding views, checking the store. */
@NullMarked
package kz.legality.door.maintenance;

import org.jspecify.annotations.NullMarked;
