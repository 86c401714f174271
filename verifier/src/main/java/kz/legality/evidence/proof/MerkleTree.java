package kz.legality.evidence.proof;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Roots and proofs of RFC 6962 (2.1) and RFC 9162 (2.1.3, 2.1.4), built from complete subtrees, and checked.
 *
 * <p>A check demands that the index is below the size, and that the walk ends at the root exactly when the proof ends: a
 * verifier that forgets either takes a proof for index 2 as one for index 10.
 */
public final class MerkleTree {
    private MerkleTree() {}

    /** The root over the first {@code size} leaves. */
    public static byte[] root(CompleteSubtrees tree, long size) {
        return size == 0 ? Hashing.emptyRoot() : range(tree, 0, size);
    }

    /** Hashes from the leaf's sibling upwards. */
    public static List<byte[]> inclusionProof(CompleteSubtrees tree, long index, long size) {
        if (index < 0 || index >= size) {
            throw new IllegalArgumentException("a tree of " + size + " leaves has none at " + index);
        }
        List<byte[]> proof = new ArrayList<>();
        path(tree, index, 0, size, proof);
        return proof;
    }

    /** Proves that the tree of {@code size} begins with the whole tree of {@code older}. */
    public static List<byte[]> consistencyProof(CompleteSubtrees tree, long older, long size) {
        if (older < 0 || older > size) {
            throw new IllegalArgumentException("a tree of " + size + " leaves was never one of " + older);
        }
        List<byte[]> proof = new ArrayList<>();
        if (older > 0 && older < size) {
            subproof(tree, older, 0, size, true, proof);
        }
        return proof;
    }

    /** Empty where the proof holds (RFC 9162, 2.1.3.2). */
    public static Optional<ProofFault> checkInclusion(
            long index, long size, byte[] leaf, List<byte[]> proof, byte[] root) {
        if (index < 0 || index >= size) {
            return Optional.of(ProofFault.INDEX_BEYOND_SIZE);
        }
        if (!areHashes(proof)) {
            return Optional.of(ProofFault.NOT_A_HASH);
        }
        long place = index;
        long last = size - 1;
        byte[] hash = leaf;
        for (byte[] sibling : proof) {
            if (last == 0) {
                return Optional.of(ProofFault.TOO_LONG);
            }
            if ((place & 1) == 1 || place == last) {
                hash = Hashing.node(sibling, hash);
                while ((place & 1) == 0 && place != 0) {
                    place >>>= 1;
                    last >>>= 1;
                }
            } else {
                hash = Hashing.node(hash, sibling);
            }
            place >>>= 1;
            last >>>= 1;
        }
        if (last != 0) {
            return Optional.of(ProofFault.TOO_SHORT);
        }
        return Arrays.equals(hash, root) ? Optional.empty() : Optional.of(ProofFault.ROOT_DIFFERS);
    }

    /** Empty where the proof holds (RFC 9162, 2.1.4.2). */
    public static Optional<ProofFault> checkConsistency(
            long older, long size, byte[] olderRoot, byte[] root, List<byte[]> proof) {
        if (older < 0 || older > size) {
            return Optional.of(ProofFault.SIZES_IN_DISORDER);
        }
        if (!areHashes(proof)) {
            return Optional.of(ProofFault.NOT_A_HASH);
        }
        if (older == size || older == 0) {
            if (!proof.isEmpty()) {
                return Optional.of(ProofFault.TOO_LONG);
            }
            byte[] due = older == 0 ? Hashing.emptyRoot() : root;
            return Arrays.equals(olderRoot, due) ? Optional.empty() : Optional.of(ProofFault.OLDER_ROOT_DIFFERS);
        }
        return walkConsistency(older, size, olderRoot, root, proof);
    }

    private static Optional<ProofFault> walkConsistency(
            long older, long size, byte[] olderRoot, byte[] root, List<byte[]> proof) {
        List<byte[]> path = new ArrayList<>(proof);
        if (Long.bitCount(older) == 1) {
            path.addFirst(olderRoot);
        }
        if (path.isEmpty()) {
            return Optional.of(ProofFault.TOO_SHORT);
        }
        long place = older - 1;
        long last = size - 1;
        while ((place & 1) == 1) {
            place >>>= 1;
            last >>>= 1;
        }
        byte[] olderHash = path.getFirst();
        byte[] hash = path.getFirst();
        for (byte[] sibling : path.subList(1, path.size())) {
            if (last == 0) {
                return Optional.of(ProofFault.TOO_LONG);
            }
            if ((place & 1) == 1 || place == last) {
                olderHash = Hashing.node(sibling, olderHash);
                hash = Hashing.node(sibling, hash);
                while ((place & 1) == 0 && place != 0) {
                    place >>>= 1;
                    last >>>= 1;
                }
            } else {
                hash = Hashing.node(hash, sibling);
            }
            place >>>= 1;
            last >>>= 1;
        }
        if (last != 0) {
            return Optional.of(ProofFault.TOO_SHORT);
        }
        if (!Arrays.equals(olderHash, olderRoot)) {
            return Optional.of(ProofFault.OLDER_ROOT_DIFFERS);
        }
        return Arrays.equals(hash, root) ? Optional.empty() : Optional.of(ProofFault.ROOT_DIFFERS);
    }

    private static boolean areHashes(List<byte[]> proof) {
        return proof.stream().allMatch(hash -> hash.length == Hashing.HASH_BYTES);
    }

    private static void path(CompleteSubtrees tree, long index, long from, long to, List<byte[]> proof) {
        if (to - from == 1) {
            return;
        }
        long middle = from + split(to - from);
        if (index < middle) {
            path(tree, index, from, middle, proof);
            proof.add(range(tree, middle, to));
        } else {
            path(tree, index, middle, to, proof);
            proof.add(range(tree, from, middle));
        }
    }

    private static void subproof(
            CompleteSubtrees tree, long older, long from, long to, boolean whole, List<byte[]> proof) {
        if (older == to) {
            if (!whole) {
                proof.add(range(tree, from, to));
            }
            return;
        }
        long middle = from + split(to - from);
        if (older <= middle) {
            subproof(tree, older, from, middle, whole, proof);
            proof.add(range(tree, middle, to));
        } else {
            subproof(tree, older, middle, to, false, proof);
            proof.add(range(tree, from, middle));
        }
    }

    private static byte[] range(CompleteSubtrees tree, long from, long to) {
        long leaves = to - from;
        if (Long.bitCount(leaves) == 1) {
            int level = Long.numberOfTrailingZeros(leaves);
            return tree.hash(level, from >>> level);
        }
        long middle = from + split(leaves);
        return Hashing.node(range(tree, from, middle), range(tree, middle, to));
    }

    /** The largest power of two below the number of leaves. */
    private static long split(long leaves) {
        return Long.highestOneBit(leaves - 1);
    }
}
