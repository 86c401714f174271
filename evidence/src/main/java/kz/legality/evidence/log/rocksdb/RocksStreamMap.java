package kz.legality.evidence.log.rocksdb;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import kz.legality.evidence.log.StreamStates;
import kz.legality.evidence.proof.Hashing;
import kz.legality.evidence.proof.StreamMap;
import kz.legality.evidence.proof.StreamState;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.BloomFilter;
import org.rocksdb.CompressionType;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.RocksIterator;
import org.rocksdb.WriteBatch;
import org.rocksdb.WriteOptions;

/**
 * The map of streams. The lower part of the map is in buckets of some sixteen leaves, one record each, read and written many
 * at once; the upper part is kept in memory, and the hashes of the buckets are stored 256 to a page. The state of each stream
 * stands beside, in the order of keys, so that all of it can be computed anew.
 *
 * <p>A change of many leaves is one write, with the size of the log that it brings the map to. What a crash takes is made
 * anew from the log's entries.
 */
public final class RocksStreamMap implements StreamStates {
    private static final byte LEAF = 'L';
    private static final byte PAGE = 'P';
    private static final byte BUCKET = 'B';
    private static final byte[] META = {'M'};
    private static final int BUCKETS_OF_A_PAGE = 256;
    private static final int BUCKET_BYTES = 1 + Hashing.HASH_BYTES;
    private static final int LEAVES_OF_A_BUCKET = 16;
    private static final int DEPTH_STEP = 2;
    /** A million buckets, 64 MB in memory; beyond 16 million streams the buckets grow instead. */
    private static final int DEPTH_LIMIT = 20;

    private static final long BLOCK_CACHE_BYTES = 64L * 1024 * 1024;
    private static final long MEMTABLE_BYTES = 32L * 1024 * 1024;
    private static final int BLOOM_BITS = 10;

    static {
        RocksDB.loadLibrary();
    }

    private final Options options;
    private final BloomFilter bloom = new BloomFilter(BLOOM_BITS);
    private final LRUCache cache = new LRUCache(BLOCK_CACHE_BYTES);
    private final RocksDB rocks;
    private final WriteOptions unforced = new WriteOptions().setSync(false);
    private UpperTree upper;
    private long logSize;
    private long leaves;

    private RocksStreamMap(Path directory) {
        options = new Options()
                .setCreateIfMissing(true)
                .setWriteBufferSize(MEMTABLE_BYTES)
                .setCompressionType(CompressionType.NO_COMPRESSION)
                .setMaxBackgroundJobs(2)
                .setKeepLogFileNum(2)
                .setTableFormatConfig(
                        new BlockBasedTableConfig().setBlockCache(cache).setFilterPolicy(bloom));
        try {
            rocks = RocksDB.open(options, directory.toString());
            byte[] meta = rocks.get(META);
            ByteBuffer known =
                    meta == null ? ByteBuffer.allocate(2 * Long.BYTES + Integer.BYTES) : ByteBuffer.wrap(meta);
            logSize = known.getLong();
            leaves = known.getLong();
            upper = new UpperTree(known.getInt());
            readPages();
        } catch (RocksDBException e) {
            throw failed(e);
        }
    }

    public static RocksStreamMap open(Path directory) {
        return new RocksStreamMap(directory);
    }

    @Override
    public long logSize() {
        return logSize;
    }

    @Override
    public long streams() {
        return leaves;
    }

    @Override
    public byte[] root() {
        return upper.hash(1);
    }

    @Override
    public List<StreamState> states(List<byte[]> keys) {
        try {
            List<byte[]> stored = rocks.multiGetAsList(
                    keys.stream().map(RocksStreamMap::leafKey).toList());
            return stored.stream()
                    .map(state -> state == null ? StreamState.NONE : StreamState.parse(state))
                    .toList();
        } catch (RocksDBException e) {
            throw failed(e);
        }
    }

    @Override
    public void apply(Map<byte[], StreamState> changed, long newLogSize) {
        SortedMap<byte[], byte[]> states = new TreeMap<>(Arrays::compareUnsigned);
        changed.forEach((key, state) -> states.put(key, state.bytes()));
        try (WriteBatch batch = new WriteBatch()) {
            TreeMap<Integer, List<Leaves.Leaf>> byBucket = new TreeMap<>();
            for (Map.Entry<byte[], byte[]> state : states.entrySet()) {
                batch.put(leafKey(state.getKey()), state.getValue());
                byBucket.computeIfAbsent(bucketOf(state.getKey()), bucket -> new ArrayList<>())
                        .add(leafOf(state.getKey(), state.getValue()));
            }
            BitSet dirty = new BitSet();
            List<byte[]> stored = rocks.multiGetAsList(byBucket.keySet().stream()
                    .map(bucket -> bucketKey(upper.depth(), bucket))
                    .toList());
            int next = 0;
            for (Map.Entry<Integer, List<Leaves.Leaf>> entry : byBucket.entrySet()) {
                List<Leaves.Leaf> before = Leaves.parse(stored.get(next++));
                List<Leaves.Leaf> after = Leaves.merged(before, entry.getValue());
                leaves += after.size() - before.size();
                batch.put(bucketKey(upper.depth(), entry.getKey()), Leaves.bytes(after));
                setBucket(upper, entry.getKey(), after);
                dirty.set(entry.getKey());
            }
            upper.climbFrom(dirty);
            logSize = newLogSize;
            putPages(batch, dirty);
            putMeta(batch);
            rocks.write(unforced, batch);
            if (upper.depth() < DEPTH_LIMIT && leaves > (long) LEAVES_OF_A_BUCKET << upper.depth()) {
                deepen();
            }
        } catch (RocksDBException e) {
            throw failed(e);
        }
    }

    @Override
    public StreamMap.Proof prove(byte[] key) {
        List<byte[]> siblings = new ArrayList<>();
        int node = 1;
        int depth = 0;
        while (depth < upper.depth() && !upper.isEmpty(node) && !upper.isSingle(node)) {
            int child = 2 * node + (StreamMap.goesRight(key, depth) ? 1 : 0);
            siblings.addFirst(upper.hash(child ^ 1));
            node = child;
            depth++;
        }
        if (upper.isEmpty(node)) {
            return new StreamMap.Proof(key, null, null, siblings);
        }
        List<Leaves.Leaf> below = leavesBelow(key, depth);
        int from = 0;
        int to = below.size();
        while (to - from > 1) {
            int middle = Leaves.firstRight(below, from, to, depth);
            boolean right = StreamMap.goesRight(key, depth);
            depth++;
            siblings.addFirst(right ? Leaves.hash(below, from, middle, depth) : Leaves.hash(below, middle, to, depth));
            from = right ? middle : from;
            to = right ? to : middle;
        }
        if (from == to) {
            return new StreamMap.Proof(key, null, null, siblings);
        }
        Leaves.Leaf leaf = below.get(from);
        StreamState state = states(List.of(leaf.key())).getFirst();
        return Arrays.equals(leaf.key(), key)
                ? new StreamMap.Proof(key, state, null, siblings)
                : new StreamMap.Proof(key, null, new StreamMap.Other(leaf.key(), Hashing.of(state.bytes())), siblings);
    }

    /** Computes all from the leaves, without what was stored of it; for whoever checks. */
    @Override
    public byte[] recomputedRoot() {
        UpperTree fresh = new UpperTree(upper.depth());
        fill(fresh, (bucket, ofBucket) -> {});
        return fresh.hash(1);
    }

    @Override
    public void forEach(Visitor visitor) {
        try (RocksIterator cursor = rocks.newIterator()) {
            for (cursor.seek(new byte[] {LEAF}); isLeaf(cursor); cursor.next()) {
                visitor.visit(keyAt(cursor), StreamState.parse(cursor.value()));
            }
        }
    }

    @Override
    public void close() {
        rocks.close();
        unforced.close();
        options.close();
        bloom.close();
        cache.close();
    }

    /**
     * More streams, more buckets: all are written anew, which happens each time the streams have quadrupled. A crash on the way
     * leaves buckets of a depth that nothing speaks of yet.
     */
    private void deepen() throws RocksDBException {
        int before = upper.depth();
        UpperTree deeper = new UpperTree(before + DEPTH_STEP);
        fill(deeper, (bucket, ofBucket) -> {
            try {
                rocks.put(unforced, bucketKey(deeper.depth(), bucket), Leaves.bytes(ofBucket));
            } catch (RocksDBException e) {
                throw failed(e);
            }
        });
        upper = deeper;
        try (WriteBatch batch = new WriteBatch()) {
            BitSet all = new BitSet();
            all.set(0, upper.buckets());
            putPages(batch, all);
            putMeta(batch);
            batch.deleteRange(bucketKey(before, 0), bucketKey(before + 1, 0));
            rocks.write(unforced, batch);
        }
    }

    private interface BucketFilled {
        void filled(int bucket, List<Leaves.Leaf> ofBucket);
    }

    private void fill(UpperTree tree, BucketFilled filled) {
        BitSet all = new BitSet();
        all.set(0, tree.buckets());
        try (RocksIterator cursor = rocks.newIterator()) {
            List<Leaves.Leaf> ofBucket = new ArrayList<>();
            int bucket = -1;
            for (cursor.seek(new byte[] {LEAF}); isLeaf(cursor); cursor.next()) {
                byte[] key = keyAt(cursor);
                int its = prefix(key, tree.depth());
                if (its != bucket) {
                    fill(tree, bucket, ofBucket, filled);
                    ofBucket.clear();
                    bucket = its;
                }
                ofBucket.add(leafOf(key, cursor.value()));
            }
            fill(tree, bucket, ofBucket, filled);
        }
        tree.climbFrom(all);
    }

    private static void fill(UpperTree tree, int bucket, List<Leaves.Leaf> ofBucket, BucketFilled filled) {
        if (bucket >= 0) {
            setBucket(tree, bucket, ofBucket);
            filled.filled(bucket, ofBucket);
        }
    }

    /** At most as deep as a bucket, where one leaf is left; else the leaves of the bucket. */
    private List<Leaves.Leaf> leavesBelow(byte[] key, int depth) {
        if (depth == upper.depth()) {
            try {
                return Leaves.parse(rocks.get(bucketKey(depth, bucketOf(key))));
            } catch (RocksDBException e) {
                throw failed(e);
            }
        }
        byte[] first = new byte[Hashing.HASH_BYTES];
        for (int i = 0; i < depth; i++) {
            if (StreamMap.goesRight(key, i)) {
                first[i >>> 3] |= (byte) (0x80 >>> (i & 7));
            }
        }
        List<Leaves.Leaf> below = new ArrayList<>();
        try (RocksIterator cursor = rocks.newIterator()) {
            for (cursor.seek(leafKey(first)); isLeaf(cursor); cursor.next()) {
                byte[] found = keyAt(cursor);
                if (prefix(found, depth) != prefix(key, depth)) {
                    break;
                }
                below.add(leafOf(found, cursor.value()));
            }
        }
        return below;
    }

    private static Leaves.Leaf leafOf(byte[] key, byte[] state) {
        return new Leaves.Leaf(key, StreamMap.leaf(key, Hashing.of(state)));
    }

    private static void setBucket(UpperTree tree, int bucket, List<Leaves.Leaf> ofBucket) {
        tree.set(
                tree.nodeOfBucket(bucket),
                Leaves.hash(ofBucket, 0, ofBucket.size(), tree.depth()),
                ofBucket.size() == 1);
    }

    private void putPages(WriteBatch batch, BitSet dirty) throws RocksDBException {
        int lastPage = -1;
        for (int bucket = dirty.nextSetBit(0); bucket >= 0; bucket = dirty.nextSetBit(bucket + 1)) {
            int page = bucket / BUCKETS_OF_A_PAGE;
            if (page == lastPage) {
                continue;
            }
            lastPage = page;
            int count = Math.min(BUCKETS_OF_A_PAGE, upper.buckets());
            ByteBuffer bytes = ByteBuffer.allocate(count * BUCKET_BYTES);
            for (int i = 0; i < count; i++) {
                int node = upper.nodeOfBucket(page * BUCKETS_OF_A_PAGE + i);
                bytes.put((byte) (upper.isSingle(node) ? 1 : 0)).put(upper.hash(node));
            }
            batch.put(pageKey(page), bytes.array());
        }
    }

    private void readPages() throws RocksDBException {
        BitSet all = new BitSet();
        all.set(0, upper.buckets());
        for (int page = 0; page * BUCKETS_OF_A_PAGE < upper.buckets(); page++) {
            byte[] stored = rocks.get(pageKey(page));
            if (stored == null) {
                continue; // A map in which nothing was put yet.
            }
            ByteBuffer bytes = ByteBuffer.wrap(stored);
            for (int i = 0; bytes.hasRemaining(); i++) {
                boolean single = bytes.get() == 1;
                byte[] hash = new byte[Hashing.HASH_BYTES];
                bytes.get(hash);
                upper.set(upper.nodeOfBucket(page * BUCKETS_OF_A_PAGE + i), hash, single);
            }
        }
        upper.climbFrom(all);
    }

    private void putMeta(WriteBatch batch) throws RocksDBException {
        batch.put(
                META,
                ByteBuffer.allocate(2 * Long.BYTES + Integer.BYTES)
                        .putLong(logSize)
                        .putLong(leaves)
                        .putInt(upper.depth())
                        .array());
    }

    private int bucketOf(byte[] key) {
        return prefix(key, upper.depth());
    }

    private static int prefix(byte[] key, int depth) {
        return depth == 0 ? 0 : ByteBuffer.wrap(key).getInt() >>> (Integer.SIZE - depth);
    }

    private static boolean isLeaf(RocksIterator cursor) {
        return cursor.isValid() && cursor.key()[0] == LEAF;
    }

    private static byte[] keyAt(RocksIterator cursor) {
        byte[] key = cursor.key();
        return Arrays.copyOfRange(key, 1, key.length);
    }

    private static byte[] leafKey(byte[] key) {
        return ByteBuffer.allocate(1 + key.length).put(LEAF).put(key).array();
    }

    private static byte[] bucketKey(int depth, int bucket) {
        return ByteBuffer.allocate(2 + Integer.BYTES)
                .put(BUCKET)
                .put((byte) depth)
                .putInt(bucket)
                .array();
    }

    private static byte[] pageKey(int page) {
        return ByteBuffer.allocate(1 + Integer.BYTES).put(PAGE).putInt(page).array();
    }

    private static IllegalStateException failed(RocksDBException e) {
        return new IllegalStateException("the map of streams cannot be read or written: " + e.getMessage(), e);
    }
}
