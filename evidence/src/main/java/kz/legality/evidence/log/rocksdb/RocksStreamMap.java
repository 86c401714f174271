package kz.legality.evidence.log.rocksdb;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
 * The map of streams. The leaves lie in the order of their keys, so a subtree is a range: the lower part of the map is
 * computed from the range of a bucket when one of its leaves changes, the upper part is kept in memory, and the hashes of
 * the buckets are stored 256 to a page. There are about as many buckets as a sixteenth of the streams.
 *
 * <p>A change of many leaves is one write, with the size of the log that it brings the map to. What a crash takes is made
 * anew from the log's entries.
 */
public final class RocksStreamMap implements StreamStates {
    private static final byte LEAF = 'L';
    private static final byte PAGE = 'P';
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
                .setTableFormatConfig(new BlockBasedTableConfig().setBlockCache(cache).setFilterPolicy(bloom));
        try {
            rocks = RocksDB.open(options, directory.toString());
            byte[] meta = rocks.get(META);
            ByteBuffer known = meta == null ? ByteBuffer.allocate(2 * Long.BYTES + Integer.BYTES) : ByteBuffer.wrap(meta);
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
            List<byte[]> stored = rocks.multiGetAsList(keys.stream().map(RocksStreamMap::leafKey).toList());
            return stored.stream()
                    .map(state -> state == null ? StreamState.NONE : StreamState.parse(state))
                    .toList();
        } catch (RocksDBException e) {
            throw failed(e);
        }
    }

    @Override
    public void apply(Map<byte[], StreamState> changed, long newLogSize) {
        TreeMap<byte[], byte[]> sorted = new TreeMap<>(Arrays::compareUnsigned);
        changed.forEach((key, state) -> sorted.put(key, state.bytes()));
        try (WriteBatch batch = new WriteBatch()) {
            BitSet dirty = new BitSet();
            long added = 0;
            try (RocksIterator cursor = rocks.newIterator()) {
                while (!sorted.isEmpty()) {
                    int bucket = bucketOf(sorted.firstKey());
                    TreeMap<byte[], byte[]> changes = new TreeMap<>(Arrays::compareUnsigned);
                    while (!sorted.isEmpty() && bucketOf(sorted.firstKey()) == bucket) {
                        Map.Entry<byte[], byte[]> change = Objects.requireNonNull(sorted.pollFirstEntry());
                        changes.put(change.getKey(), change.getValue());
                        batch.put(leafKey(change.getKey()), change.getValue());
                    }
                    int before = changes.size();
                    List<Leaves.Leaf> merged = new ArrayList<>();
                    int replaced = readBucket(cursor, bucket, changes, merged);
                    added += before - replaced;
                    setBucket(bucket, merged);
                    dirty.set(bucket);
                }
            }
            upper.climbFrom(dirty);
            leaves += added;
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
            siblings.addFirst(
                    right ? Leaves.hash(below, from, middle, depth) : Leaves.hash(below, middle, to, depth));
            from = right ? middle : from;
            to = right ? to : middle;
        }
        if (from == to) {
            return new StreamMap.Proof(key, null, null, siblings);
        }
        Leaves.Leaf leaf = below.get(from);
        return Arrays.equals(leaf.key(), key)
                ? new StreamMap.Proof(key, states(List.of(key)).getFirst(), null, siblings)
                : new StreamMap.Proof(key, null, new StreamMap.Other(leaf.key(), leaf.stateHash()), siblings);
    }

    /** Computes all from the leaves, without what was stored of it; for whoever checks. */
    @Override
    public byte[] recomputedRoot() {
        UpperTree fresh = new UpperTree(upper.depth());
        fill(fresh);
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

    /** More streams, more buckets: all of them are computed anew, which happens each time the streams have quadrupled. */
    private void deepen() throws RocksDBException {
        UpperTree deeper = new UpperTree(upper.depth() + DEPTH_STEP);
        fill(deeper);
        upper = deeper;
        try (WriteBatch batch = new WriteBatch()) {
            BitSet all = new BitSet();
            all.set(0, upper.buckets());
            putPages(batch, all);
            putMeta(batch);
            rocks.write(unforced, batch);
        }
    }

    private void fill(UpperTree tree) {
        BitSet all = new BitSet();
        all.set(0, tree.buckets());
        try (RocksIterator cursor = rocks.newIterator()) {
            List<Leaves.Leaf> ofBucket = new ArrayList<>();
            int bucket = -1;
            for (cursor.seek(new byte[] {LEAF}); isLeaf(cursor); cursor.next()) {
                byte[] key = keyAt(cursor);
                int its = prefix(key, tree.depth());
                if (its != bucket) {
                    setBucket(tree, bucket, ofBucket);
                    ofBucket.clear();
                    bucket = its;
                }
                ofBucket.add(new Leaves.Leaf(key, Hashing.of(cursor.value())));
            }
            setBucket(tree, bucket, ofBucket);
        }
        tree.climbFrom(all);
    }

    /** Merges the bucket's stored leaves with its changes, in order; says how many of the changes replace a leaf. */
    private int readBucket(
            RocksIterator cursor, int bucket, TreeMap<byte[], byte[]> changes, List<Leaves.Leaf> merged) {
        int replaced = 0;
        for (cursor.seek(leafKey(firstKeyOf(bucket))); isLeaf(cursor); cursor.next()) {
            byte[] key = keyAt(cursor);
            if (bucketOf(key) != bucket) {
                break;
            }
            while (!changes.isEmpty() && Arrays.compareUnsigned(changes.firstKey(), key) < 0) {
                addFirst(changes, merged);
            }
            if (!changes.isEmpty() && Arrays.equals(changes.firstKey(), key)) {
                addFirst(changes, merged);
                replaced++;
            } else {
                merged.add(new Leaves.Leaf(key, Hashing.of(cursor.value())));
            }
        }
        while (!changes.isEmpty()) {
            addFirst(changes, merged);
        }
        return replaced;
    }

    private static void addFirst(TreeMap<byte[], byte[]> changes, List<Leaves.Leaf> merged) {
        Map.Entry<byte[], byte[]> first = Objects.requireNonNull(changes.pollFirstEntry());
        merged.add(new Leaves.Leaf(first.getKey(), Hashing.of(first.getValue())));
    }

    private List<Leaves.Leaf> leavesBelow(byte[] key, int depth) {
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
                below.add(new Leaves.Leaf(found, Hashing.of(cursor.value())));
            }
        }
        return below;
    }

    private void setBucket(int bucket, List<Leaves.Leaf> ofBucket) {
        setBucket(upper, bucket, ofBucket);
    }

    private static void setBucket(UpperTree tree, int bucket, List<Leaves.Leaf> ofBucket) {
        if (bucket >= 0) {
            tree.set(
                    tree.nodeOfBucket(bucket),
                    Leaves.hash(ofBucket, 0, ofBucket.size(), tree.depth()),
                    ofBucket.size() == 1);
        }
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

    private byte[] firstKeyOf(int bucket) {
        byte[] key = new byte[Hashing.HASH_BYTES];
        ByteBuffer.wrap(key).putInt(upper.depth() == 0 ? 0 : bucket << (Integer.SIZE - upper.depth()));
        return key;
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

    private static byte[] pageKey(int page) {
        return ByteBuffer.allocate(1 + Integer.BYTES).put(PAGE).putInt(page).array();
    }

    private static IllegalStateException failed(RocksDBException e) {
        return new IllegalStateException("the map of streams cannot be read or written: " + e.getMessage(), e);
    }
}
