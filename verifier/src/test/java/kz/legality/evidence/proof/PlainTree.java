package kz.legality.evidence.proof;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A tree in memory, computed as RFC 6962 defines it and not as the product does. */
final class PlainTree {
    private final List<byte[]> entries;

    PlainTree(List<byte[]> entries) {
        this.entries = entries;
    }

    static PlainTree of(int size) {
        List<byte[]> entries = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            entries.add(("entry " + i).getBytes(StandardCharsets.UTF_8));
        }
        return new PlainTree(entries);
    }

    byte[] leaf(long index) {
        return Hashing.leaf(entries.get((int) index));
    }

    byte[] root(int size) {
        return size == 0 ? Hashing.emptyRoot() : root(0, size);
    }

    CompleteSubtrees subtrees() {
        return (level, index) -> root((int) index << level, (int) (index + 1) << level);
    }

    private byte[] root(int from, int to) {
        if (to - from == 1) {
            return leaf(from);
        }
        int split = 1;
        while (split * 2 < to - from) {
            split *= 2;
        }
        return Hashing.node(root(from, from + split), root(from + split, to));
    }
}
