/** What operators saw: an archive of immutable files beside the ledger, and the queries that find in it what concerns a device's legal life. */
@NullMarked
package kz.legality.observation;

import org.jspecify.annotations.NullMarked;
