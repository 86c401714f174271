package kz.legality.evidence.log;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kz.legality.evidence.proof.CompleteSubtrees;
import kz.legality.evidence.proof.Hashing;
import kz.legality.evidence.proof.MerkleTree;
import kz.legality.evidence.proof.TilePath;

/**
 * The tree over the entries. What is not full yet is in memory, at most 255 hashes a level; a tile is put as soon as it is
 * full, and its root then stands in the tile above.
 */
final class TileTree implements CompleteSubtrees {
    private static final int CACHED_TILES_MAX = 512;

    private final TileFiles files;
    private final List<List<byte[]>> edge = new ArrayList<>();
    private final List<byte[]> entries = new ArrayList<>();
    private final Map<TilePath, byte[]> cached = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<TilePath, byte[]> eldest) {
            return size() > CACHED_TILES_MAX;
        }
    };
    private long size;

    TileTree(TileFiles files) {
        this.files = files;
        for (int level = 0; level < TilePath.LEVELS_MAX; level++) {
            edge.add(new ArrayList<>());
        }
    }

    /** Reads the edge of the tree that had this size. */
    static TileTree at(long size, TileFiles files) {
        TileTree tree = new TileTree(files);
        tree.size = size;
        for (int level = 0; level < TilePath.LEVELS_MAX; level++) {
            long hashes = size >>> (TilePath.HEIGHT * level);
            int width = (int) (hashes % TilePath.FULL_WIDTH);
            if (width > 0) {
                TilePath path = new TilePath(level, hashes / TilePath.FULL_WIDTH, width);
                byte[] tile = files.read(path).orElseThrow(() -> missing(path));
                if (tile.length != width * Hashing.HASH_BYTES) {
                    throw missing(path);
                }
                for (int i = 0; i < width; i++) {
                    tree.edge.get(level).add(slice(tile, i));
                }
            }
        }
        int width = (int) (size % TilePath.FULL_WIDTH);
        if (width > 0) {
            TilePath path = new TilePath(TilePath.ENTRIES, size / TilePath.FULL_WIDTH, width);
            tree.entries.addAll(EntryBundle.parse(files.read(path).orElseThrow(() -> missing(path))));
        }
        return tree;
    }

    long size() {
        return size;
    }

    /** Appends the entry; gives its leaf hash. */
    byte[] append(byte[] entry) {
        byte[] leaf = Hashing.leaf(entry);
        entries.add(entry);
        if (entries.size() == TilePath.FULL_WIDTH) {
            files.put(TilePath.full(TilePath.ENTRIES, size / TilePath.FULL_WIDTH), EntryBundle.of(entries));
            entries.clear();
        }
        size++;
        add(0, leaf);
        return leaf;
    }

    private void add(int level, byte[] hash) {
        List<byte[]> tile = edge.get(level);
        tile.add(hash);
        if (tile.size() == TilePath.FULL_WIDTH) {
            long index = (size >>> (TilePath.HEIGHT * (level + 1))) - 1;
            files.put(TilePath.full(level, index), joined(tile));
            byte[] root = rootOf(tile, 0, TilePath.FULL_WIDTH);
            tile.clear();
            add(level + 1, root);
        }
    }

    /** Puts the tiles that are not full: a checkpoint of this size speaks of them. */
    void putPartial() {
        for (int level = 0; level < TilePath.LEVELS_MAX; level++) {
            List<byte[]> tile = edge.get(level);
            if (!tile.isEmpty()) {
                long index = (size >>> (TilePath.HEIGHT * level)) / TilePath.FULL_WIDTH;
                files.put(new TilePath(level, index, tile.size()), joined(tile));
            }
        }
        if (!entries.isEmpty()) {
            files.put(
                    new TilePath(TilePath.ENTRIES, size / TilePath.FULL_WIDTH, entries.size()),
                    EntryBundle.of(entries));
        }
    }

    byte[] root() {
        return MerkleTree.root(this, size);
    }

    byte[] root(long atSize) {
        return MerkleTree.root(this, atSize);
    }

    @Override
    public byte[] hash(int level, long index) {
        int tileLevel = level / TilePath.HEIGHT;
        int within = level % TilePath.HEIGHT;
        long first = index << within;
        int from = (int) (first % TilePath.FULL_WIDTH);
        int count = 1 << within;
        long tileIndex = first / TilePath.FULL_WIDTH;
        long edgeIndex = (size >>> (TilePath.HEIGHT * tileLevel)) / TilePath.FULL_WIDTH;
        if (tileIndex == edgeIndex) {
            return rootOf(edge.get(tileLevel), from, count);
        }
        byte[] tile = tile(TilePath.full(tileLevel, tileIndex));
        List<byte[]> hashes = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            hashes.add(slice(tile, from + i));
        }
        return rootOf(hashes, 0, count);
    }

    byte[] entry(long index) {
        if (index / TilePath.FULL_WIDTH == size / TilePath.FULL_WIDTH) {
            return entries.get((int) (index % TilePath.FULL_WIDTH));
        }
        return EntryBundle.parse(tile(TilePath.full(TilePath.ENTRIES, index / TilePath.FULL_WIDTH)))
                .get((int) (index % TilePath.FULL_WIDTH));
    }

    /** The entries of one bundle that are in the tree. */
    List<byte[]> entriesOfBundle(long bundle) {
        if (bundle == size / TilePath.FULL_WIDTH) {
            return List.copyOf(entries);
        }
        return EntryBundle.parse(files.read(TilePath.full(TilePath.ENTRIES, bundle))
                .orElseThrow(() -> missing(TilePath.full(TilePath.ENTRIES, bundle))));
    }

    private byte[] tile(TilePath path) {
        byte[] known = cached.get(path);
        if (known == null) {
            known = files.read(path).orElseThrow(() -> missing(path));
            cached.put(path, known);
        }
        return known;
    }

    private static CorruptLog missing(TilePath path) {
        return new CorruptLog(
                path.index() << (TilePath.HEIGHT * (Math.max(0, path.level()) + 1)),
                "the log's " + path.text() + " is missing or cut off");
    }

    static byte[] rootOf(List<byte[]> hashes, int from, int count) {
        if (count == 1) {
            return hashes.get(from);
        }
        int half = count / 2;
        return Hashing.node(rootOf(hashes, from, half), rootOf(hashes, from + half, half));
    }

    private static byte[] slice(byte[] tile, int index) {
        if (tile.length < (index + 1) * Hashing.HASH_BYTES) {
            throw new CorruptLog(-1, "a tile of the log is cut off");
        }
        return Arrays.copyOfRange(tile, index * Hashing.HASH_BYTES, (index + 1) * Hashing.HASH_BYTES);
    }

    private static byte[] joined(List<byte[]> hashes) {
        byte[] tile = new byte[hashes.size() * Hashing.HASH_BYTES];
        for (int i = 0; i < hashes.size(); i++) {
            System.arraycopy(hashes.get(i), 0, tile, i * Hashing.HASH_BYTES, Hashing.HASH_BYTES);
        }
        return tile;
    }
}
