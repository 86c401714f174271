package kz.legality.query.store.rocksdb;

import java.nio.file.Path;
import kz.legality.query.store.ReadStoreDamagedException;
import kz.legality.query.store.ReadStoreException;
import kz.legality.query.store.ReadStoreInUseException;
import kz.legality.query.store.ReadStoreUnavailableException;
import org.jspecify.annotations.Nullable;
import org.rocksdb.RocksDBException;
import org.rocksdb.Status;

/** Says in the port's words what RocksDB says in its own. */
final class RocksFailure {
    private RocksFailure() {}

    static ReadStoreException named(Path directory, RocksDBException e) {
        String message = String.valueOf(e.getMessage());
        @Nullable Status status = e.getStatus();
        Status.Code code = status == null ? Status.Code.Undefined : status.getCode();
        return switch (code) {
            case Corruption -> new ReadStoreDamagedException(directory.toString(), message, e);
            case IOError -> io(directory, message, e);
            // A database with a missing or foreign column family is refused as an invalid argument.
            case InvalidArgument, NotSupported -> new ReadStoreDamagedException(directory.toString(), message, e);
            default -> new ReadStoreUnavailableException(directory.toString(), message, e);
        };
    }

    private static ReadStoreException io(Path directory, String message, RocksDBException e) {
        if (message.contains("lock hold by current process") || message.contains("While lock file")) {
            return new ReadStoreInUseException(directory.toString(), e);
        }
        // A table that the manifest names is gone.
        if (message.contains("No such file")) {
            return new ReadStoreDamagedException(directory.toString(), message, e);
        }
        return new ReadStoreUnavailableException(directory.toString(), message, e);
    }
}
