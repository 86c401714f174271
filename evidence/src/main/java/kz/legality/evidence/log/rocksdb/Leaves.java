package kz.legality.evidence.log.rocksdb;

import java.util.List;
import kz.legality.evidence.proof.StreamMap;

/** The hash over leaves in the order of their keys, all below one place of the map. */
final class Leaves {
    /** @param stateHash SHA-256 of the state */
    record Leaf(byte[] key, byte[] stateHash) {
        byte[] hash() {
            return StreamMap.leaf(key, stateHash);
        }
    }

    private Leaves() {}

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
