package kz.legality.query.store.rocksdb;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import kz.legality.query.store.ClaimLostException;
import kz.legality.query.store.KeyText;
import kz.legality.query.store.TokenWrite;
import kz.legality.query.store.Tokens;
import org.jspecify.annotations.Nullable;
import org.rocksdb.ReadOptions;
import org.rocksdb.RocksDBException;
import org.rocksdb.RocksIterator;
import org.rocksdb.Slice;

/**
 * Tokens in a column family of their own. A process has the database to itself, so claims only stand between its
 * threads; a lock orders those of a segment. Segments do not wait for each other, so that RocksDB can write the batches of
 * several with one sync.
 */
final class RocksTokens implements Tokens {
    private static final String FREE = "";
    private static final int LOCKS = 16;

    /** Lease in ms since 1970, owner ({@link #FREE} is nobody), token. */
    private record Row(long leasedAtMillis, String owner, byte[] token) {
        byte[] encode() {
            byte[] name = owner.getBytes(UTF_8);
            return ByteBuffer.allocate(Long.BYTES + Short.BYTES + name.length + token.length)
                    .putLong(leasedAtMillis)
                    .putShort((short) name.length)
                    .put(name)
                    .put(token)
                    .array();
        }

        static Row decode(byte[] stored) {
            ByteBuffer buffer = ByteBuffer.wrap(stored);
            long leasedAtMillis = buffer.getLong();
            byte[] name = new byte[Short.toUnsignedInt(buffer.getShort())];
            buffer.get(name);
            byte[] token = new byte[buffer.remaining()];
            buffer.get(token);
            return new Row(leasedAtMillis, new String(name, UTF_8), token);
        }

        Claim claim() {
            return new Claim(
                    owner.equals(FREE) ? Optional.empty() : Optional.of(owner), Instant.ofEpochMilli(leasedAtMillis));
        }
    }

    private final RocksColumns columns;
    private final RocksGate gate;
    private final ReentrantLock[] locks = new ReentrantLock[LOCKS];

    RocksTokens(RocksColumns columns, RocksGate gate) {
        this.columns = columns;
        this.gate = gate;
        Arrays.setAll(locks, i -> new ReentrantLock());
    }

    /** Commits with the claim held fast, so that it cannot be stolen between the look at it and the write. */
    void commit(TokenWrite write, RocksCommit commit) throws RocksDBException {
        ReentrantLock lock = lock(write.processor(), write.segment());
        lock.lock();
        try {
            Row row = read(write.processor(), write.segment());
            if (row == null || !row.owner().equals(write.owner())) {
                throw new ClaimLostException(write);
            }
            Row next = new Row(write.leasedAt().toEpochMilli(), write.owner(), write.token());
            commit.addToken(RocksKeys.token(write.processor(), write.segment()), next.encode());
            commit.write();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public boolean create(String processor, int segment, byte[] token) {
        return locked(processor, segment, () -> {
            if (read(processor, segment) != null) {
                return false;
            }
            byte[] row = new Row(0, FREE, token).encode();
            columns.db.put(columns.tokens, columns.durable, key(processor, segment), row);
            return true;
        });
    }

    @Override
    public Optional<Claim> find(String processor, int segment) {
        return gate.inside(() -> Optional.ofNullable(read(processor, segment)).map(Row::claim));
    }

    @Override
    public List<Integer> segments(String processor) {
        return gate.inside(() -> {
            List<Integer> found = new ArrayList<>();
            try (Slice high = new Slice(RocksKeys.afterLastOf(processor));
                    ReadOptions options = new ReadOptions().setIterateUpperBound(high);
                    RocksIterator iterator = columns.db.newIterator(columns.tokens, options)) {
                byte[] first = RocksKeys.firstOf(processor);
                for (iterator.seek(first); iterator.isValid(); iterator.next()) {
                    byte[] key = iterator.key();
                    found.add(Integer.parseInt(new String(key, first.length, key.length - first.length, UTF_8)));
                }
                iterator.status();
            }
            return found;
        });
    }

    @Override
    public Optional<byte[]> claim(String processor, int segment, String owner, Instant now, Duration timeout) {
        KeyText.key(owner);
        return locked(processor, segment, () -> {
            Row row = read(processor, segment);
            if (row == null || !row.claim().mayBeTakenBy(owner, now, timeout)) {
                return Optional.empty();
            }
            lease(processor, segment, new Row(now.toEpochMilli(), owner, row.token()));
            return Optional.of(row.token());
        });
    }

    @Override
    public boolean extend(String processor, int segment, String owner, Instant now) {
        return whenOwned(
                processor,
                segment,
                owner,
                row -> lease(processor, segment, new Row(now.toEpochMilli(), owner, row.token())));
    }

    @Override
    public boolean release(String processor, int segment, String owner) {
        return whenOwned(
                processor,
                segment,
                owner,
                row -> lease(processor, segment, new Row(row.leasedAtMillis(), FREE, row.token())));
    }

    @Override
    public boolean delete(String processor, int segment, String owner) {
        return whenOwned(
                processor,
                segment,
                owner,
                row -> columns.db.delete(columns.tokens, columns.durable, key(processor, segment)));
    }

    private interface OnRow {
        void run(Row row) throws RocksDBException;
    }

    private boolean whenOwned(String processor, int segment, String owner, OnRow action) {
        return locked(processor, segment, () -> {
            Row row = read(processor, segment);
            if (row == null || !row.owner().equals(owner)) {
                return false;
            }
            action.run(row);
            return true;
        });
    }

    /** A lease lost to a power cut is only an older lease, so it is not worth a sync. */
    private void lease(String processor, int segment, Row row) throws RocksDBException {
        columns.db.put(columns.tokens, columns.hasty, key(processor, segment), row.encode());
    }

    private @Nullable Row read(String processor, int segment) throws RocksDBException {
        byte[] stored = columns.db.get(columns.tokens, key(processor, segment));
        return stored == null ? null : Row.decode(stored);
    }

    private static byte[] key(String processor, int segment) {
        return RocksKeys.token(KeyText.key(processor), segment);
    }

    private ReentrantLock lock(String processor, int segment) {
        return locks[Math.floorMod(31 * processor.hashCode() + segment, LOCKS)];
    }

    private <T> T locked(String processor, int segment, RocksGate.Work<T> work) {
        return gate.inside(() -> {
            ReentrantLock lock = lock(processor, segment);
            lock.lock();
            try {
                return work.run();
            } finally {
                lock.unlock();
            }
        });
    }
}
