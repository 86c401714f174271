package kz.legality.evidence.log.rocksdb;

import java.util.Arrays;
import java.util.BitSet;
import kz.legality.evidence.proof.Hashing;
import kz.legality.evidence.proof.StreamMap;

/**
 * The upper levels of the map, in memory: node 1 is the root, the children of node n are 2n and 2n+1, and the lowest level
 * are the buckets. 64 bytes a bucket.
 */
final class UpperTree {
    private final int depth;
    private final byte[] hashes;
    /** Nodes under which there is exactly one leaf: they are that leaf. */
    private final BitSet single;

    UpperTree(int depth) {
        this.depth = depth;
        this.hashes = new byte[(2 << depth) * Hashing.HASH_BYTES];
        this.single = new BitSet(2 << depth);
    }

    int depth() {
        return depth;
    }

    int buckets() {
        return 1 << depth;
    }

    int nodeOfBucket(int bucket) {
        return buckets() + bucket;
    }

    byte[] hash(int node) {
        return Arrays.copyOfRange(hashes, node * Hashing.HASH_BYTES, (node + 1) * Hashing.HASH_BYTES);
    }

    boolean isSingle(int node) {
        return single.get(node);
    }

    boolean isEmpty(int node) {
        return Arrays.equals(
                hashes,
                node * Hashing.HASH_BYTES,
                (node + 1) * Hashing.HASH_BYTES,
                StreamMap.EMPTY,
                0,
                Hashing.HASH_BYTES);
    }

    void set(int node, byte[] hash, boolean isSingle) {
        System.arraycopy(hash, 0, hashes, node * Hashing.HASH_BYTES, Hashing.HASH_BYTES);
        single.set(node, isSingle);
    }

    /** Computes what stands over these buckets anew. */
    void climbFrom(BitSet buckets) {
        BitSet level = new BitSet();
        buckets.stream().forEach(bucket -> level.set(nodeOfBucket(bucket) >>> 1));
        BitSet at = level;
        for (int d = depth; d > 0; d--) {
            BitSet above = new BitSet();
            for (int node = at.nextSetBit(0); node >= 0; node = at.nextSetBit(node + 1)) {
                combine(node);
                above.set(node >>> 1);
            }
            at = above;
        }
    }

    private void combine(int node) {
        int left = 2 * node;
        int right = left + 1;
        if (isEmpty(left) && (isEmpty(right) || isSingle(right))) {
            set(node, hash(right), isSingle(right));
        } else if (isEmpty(right) && isSingle(left)) {
            set(node, hash(left), true);
        } else {
            set(node, StreamMap.node(hash(left), hash(right)), false);
        }
    }
}
