/** The embedded key store: subjects' keys in a RocksDB of their own, wrapped by a key that lies outside it. */
@NullMarked
package kz.legality.command.secrecy.rocksdb;

import org.jspecify.annotations.NullMarked;
