/** Knows how to keep the ledger's events in one RocksDB directory and prove that none was lost. */
@NullMarked
package kz.legality.command.store.rocksdb;

import org.jspecify.annotations.NullMarked;
