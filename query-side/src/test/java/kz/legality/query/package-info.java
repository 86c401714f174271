/** A ledger's events for tests: stored as they are in production, and read as by a projection. */
@NullMarked
package kz.legality.query;

import org.jspecify.annotations.NullMarked;
