package kz.legality.command.store.rocksdb;

/** A snapshot to keep, unless a newer one of the same stream is there. */
final class SnapshotPut extends Work {
    final String streamId;
    final long sequence;
    final byte[] envelope;

    SnapshotPut(String streamId, long sequence, byte[] envelope) {
        this.streamId = streamId;
        this.sequence = sequence;
        this.envelope = envelope;
    }

    @Override
    long bytes() {
        return envelope.length;
    }
}
