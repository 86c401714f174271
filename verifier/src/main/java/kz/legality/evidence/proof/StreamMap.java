package kz.legality.evidence.proof;

import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The sparse Merkle map from stream key to state. Bit i of the key, from its first, chooses left or right at depth i. A
 * subtree with no key is 32 zero bytes, one with a single key is that key's leaf, any other is a node. So one root has
 * one answer for each of the 2^256 keys, and "there is nothing here" can be proven like anything else.
 *
 * <p>Leaf SHA-256(0x02 ‖ key ‖ SHA-256(state)), node SHA-256(0x03 ‖ left ‖ right): neither is ever a hash of the log.
 */
public final class StreamMap {
    public static final byte[] EMPTY = new byte[Hashing.HASH_BYTES];
    public static final int DEPTH_MAX = 256;

    private static final byte LEAF = 0x02;
    private static final byte NODE = 0x03;

    private StreamMap() {}

    /** A leaf that stands where the asked one would: its key, and the hash of its state. */
    public record Other(byte[] key, byte[] stateHash) {}

    /**
     * @param state null where the key is said to be absent
     * @param other for an absent key: whose leaf stands on its path; null where nothing does
     * @param siblings from the deepest up
     */
    public record Proof(
            byte[] key,
            @Nullable StreamState state,
            @Nullable Other other,
            List<byte[]> siblings) {
        public Proof {
            siblings = List.copyOf(siblings);
        }
    }

    public static byte[] leaf(byte[] key, byte[] stateHash) {
        MessageDigest digest = Hashing.digest();
        digest.update(LEAF);
        digest.update(key);
        return digest.digest(stateHash);
    }

    public static byte[] node(byte[] left, byte[] right) {
        MessageDigest digest = Hashing.digest();
        digest.update(NODE);
        digest.update(left);
        return digest.digest(right);
    }

    /** Whether the path goes right at this depth. */
    public static boolean goesRight(byte[] key, int depth) {
        return (key[depth >>> 3] >>> (7 - (depth & 7)) & 1) == 1;
    }

    /** Empty where the proof holds under this root. */
    public static Optional<ProofFault> check(Proof proof, byte[] root) {
        int depth = proof.siblings().size();
        if (depth > DEPTH_MAX || proof.key().length != Hashing.HASH_BYTES) {
            return Optional.of(ProofFault.TOO_LONG);
        }
        if (proof.siblings().stream().anyMatch(it -> it.length != Hashing.HASH_BYTES)) {
            return Optional.of(ProofFault.NOT_A_HASH);
        }
        byte[] hash = EMPTY;
        StreamState state = proof.state();
        Other other = proof.other();
        if (state != null) {
            hash = leaf(proof.key(), Hashing.of(state.bytes()));
        } else if (other != null) {
            if (other.key().length != Hashing.HASH_BYTES
                    || Arrays.equals(other.key(), proof.key())
                    || !sharesPath(other.key(), proof.key(), depth)) {
                return Optional.of(ProofFault.NOT_ON_THE_PATH);
            }
            hash = leaf(other.key(), other.stateHash());
        }
        for (int i = 0; i < depth; i++) {
            byte[] sibling = proof.siblings().get(i);
            hash = goesRight(proof.key(), depth - 1 - i) ? node(sibling, hash) : node(hash, sibling);
        }
        return Arrays.equals(hash, root) ? Optional.empty() : Optional.of(ProofFault.ROOT_DIFFERS);
    }

    private static boolean sharesPath(byte[] one, byte[] two, int depth) {
        for (int i = 0; i < depth; i++) {
            if (goesRight(one, i) != goesRight(two, i)) {
                return false;
            }
        }
        return true;
    }
}
