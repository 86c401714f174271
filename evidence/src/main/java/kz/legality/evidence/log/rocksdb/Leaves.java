package kz.legality.evidence.log.rocksdb;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import kz.legality.evidence.proof.Hashing;
import kz.legality.evidence.proof.StreamMap;
import org.jspecify.annotations.Nullable;

/**
 * The leaves of one bucket in the order of their keys, and the hash over them. Stored as they are: key and leaf hash of each,
 * 64 bytes.
 */
final class Leaves {
    private static final int LEAF_BYTES = 2 * Hashing.HASH_BYTES;

    record Leaf(byte[] key, byte[] hash) {}

    private Leaves() {}

    static byte[] bytes(List<Leaf> leaves) {
        ByteBuffer out = ByteBuffer.allocate(leaves.size() * LEAF_BYTES);
        leaves.forEach(leaf -> out.put(leaf.key()).put(leaf.hash()));
        return out.array();
    }

    static List<Leaf> parse(byte @Nullable [] bytes) {
        List<Leaf> leaves = new ArrayList<>();
        for (int at = 0; bytes != null && at + LEAF_BYTES <= bytes.length; at += LEAF_BYTES) {
            leaves.add(new Leaf(
                    Arrays.copyOfRange(bytes, at, at + Hashing.HASH_BYTES),
                    Arrays.copyOfRange(bytes, at + Hashing.HASH_BYTES, at + LEAF_BYTES)));
        }
        return leaves;
    }

    /** Both in the order of keys; a changed leaf takes the place of the one of its key. */
    static List<Leaf> merged(List<Leaf> stored, List<Leaf> changed) {
        List<Leaf> merged = new ArrayList<>(stored.size() + changed.size());
        int next = 0;
        for (Leaf leaf : stored) {
            int order = -1;
            while (next < changed.size() && order < 0) {
                order = Arrays.compareUnsigned(changed.get(next).key(), leaf.key());
                if (order < 0) {
                    merged.add(changed.get(next++));
                }
            }
            boolean replaced = next < changed.size() && order == 0;
            merged.add(replaced ? changed.get(next++) : leaf);
        }
        merged.addAll(changed.subList(next, changed.size()));
        return merged;
    }

    static byte[] hash(List<Leaf> leaves, int from, int to, int depth) {
        if (from == to) {
            return StreamMap.EMPTY;
        }
        if (to - from == 1) {
            return leaves.get(from).hash();
        }
        int middle = firstRight(leaves, from, to, depth);
        return StreamMap.node(hash(leaves, from, middle, depth + 1), hash(leaves, middle, to, depth + 1));
    }

    static int firstRight(List<Leaf> leaves, int from, int to, int depth) {
        int middle = from;
        while (middle < to && !StreamMap.goesRight(leaves.get(middle).key(), depth)) {
            middle++;
        }
        return middle;
    }
}
