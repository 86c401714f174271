/** Keeps views in MongoDB, for many processes: in transactions on a replica set, by a journal on a stand-alone server. */
@NullMarked
package kz.legality.query.store.mongodb;

import org.jspecify.annotations.NullMarked;
