/** Keeps views in a RocksDB of its own: the embedded read store, for one process. */
@NullMarked
package kz.legality.query.store.rocksdb;

import org.jspecify.annotations.NullMarked;
