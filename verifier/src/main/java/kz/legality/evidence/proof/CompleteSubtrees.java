package kz.legality.evidence.proof;

/** Hands out the hashes of complete subtrees: at level 0 the leaves, at level n what is over 2^n leaves. */
@FunctionalInterface
public interface CompleteSubtrees {
    byte[] hash(int level, long index);
}
