/** The equipment index: where each IMEI stands, in memory, for the networks' own question at every attach. */
@NullMarked
package kz.legality.query.equipment;

import org.jspecify.annotations.NullMarked;
