/** Where projections keep what they made of the events: a port that knows neither RocksDB nor MongoDB nor Axon. */
@NullMarked
package kz.legality.query.store;

import org.jspecify.annotations.NullMarked;
