package kz.legality.command.store.rocksdb;

/** Wakes the writer so that it sees that it should end. It is not interrupted, for that would close the files it writes to. */
final class Farewell extends Work {
    @Override
    long bytes() {
        return 0;
    }
}
