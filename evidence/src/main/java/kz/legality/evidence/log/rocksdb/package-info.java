/** The map of streams on RocksDB: the state of each stream, and the hashes of subtrees in pages. */
@NullMarked
package kz.legality.evidence.log.rocksdb;

import org.jspecify.annotations.NullMarked;
