/** What the ledger says of one IMEI: where it stands and why, for any moment, and everything that was recorded. */
@NullMarked
package kz.legality.query.device;

import org.jspecify.annotations.NullMarked;
