package kz.legality.evidence.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MerkleTreeTest {
    private static final HexFormat HEX = HexFormat.of();

    @Test
    void the_vectors_of_certificate_transparency_hold() {
        List<byte[]> entries = Stream.of(
                        "",
                        "00",
                        "10",
                        "2021",
                        "3031",
                        "40414243",
                        "5051525354555657",
                        "606162636465666768696a6b6c6d6e6f")
                .map(HEX::parseHex)
                .toList();
        PlainTree tree = new PlainTree(entries);

        assertThat(HEX.formatHex(Hashing.emptyRoot()))
                .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
        assertThat(HEX.formatHex(Hashing.leaf(new byte[0])))
                .isEqualTo("6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d");
        assertThat(HEX.formatHex(MerkleTree.root(tree.subtrees(), 8)))
                .isEqualTo("5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 8, 9, 31, 32, 33})
    void every_leaf_of_every_tree_is_proven_and_no_other(int size) {
        PlainTree tree = PlainTree.of(size + 1);
        byte[] root = tree.root(size);
        for (int index = 0; index < size; index++) {
            List<byte[]> proof = MerkleTree.inclusionProof(tree.subtrees(), index, size);
            assertThat(MerkleTree.checkInclusion(index, size, tree.leaf(index), proof, root))
                    .isEmpty();
            assertThat(MerkleTree.checkInclusion(index, size, tree.leaf(index + 1), proof, root))
                    .contains(ProofFault.ROOT_DIFFERS);
            for (int other = 0; other < 2 * size + 2; other++) {
                if (other != index) {
                    assertThat(MerkleTree.checkInclusion(other, size, tree.leaf(index), proof, root))
                            .as("the proof of %d for %d of %d", index, other, size)
                            .isPresent();
                }
            }
        }
    }

    @Test
    void a_proof_for_index_2_is_none_for_index_10() {
        PlainTree tree = PlainTree.of(8);
        List<byte[]> proof = MerkleTree.inclusionProof(tree.subtrees(), 2, 8);
        assertThat(MerkleTree.checkInclusion(10, 8, tree.leaf(2), proof, tree.root(8)))
                .contains(ProofFault.INDEX_BEYOND_SIZE);
        assertThat(MerkleTree.checkInclusion(10, 16, tree.leaf(2), proof, tree.root(8)))
                .contains(ProofFault.TOO_SHORT);
    }

    @Test
    void a_walk_that_does_not_end_at_the_root_is_refused() {
        PlainTree tree = PlainTree.of(8);
        List<byte[]> proof = MerkleTree.inclusionProof(tree.subtrees(), 2, 8);
        byte[] halfway = MerkleTree.root((level, index) -> tree.subtrees().hash(level, index), 4);
        assertThat(MerkleTree.checkInclusion(2, 8, tree.leaf(2), proof.subList(0, 2), halfway))
                .contains(ProofFault.TOO_SHORT);
        List<byte[]> longer = new ArrayList<>(proof);
        longer.add(new byte[32]);
        assertThat(MerkleTree.checkInclusion(2, 8, tree.leaf(2), longer, tree.root(8)))
                .contains(ProofFault.TOO_LONG);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 8, 13, 16, 33})
    void a_tree_is_consistent_with_what_it_was(int size) {
        PlainTree tree = PlainTree.of(size);
        for (int older = 0; older <= size; older++) {
            List<byte[]> proof = MerkleTree.consistencyProof(tree.subtrees(), older, size);
            assertThat(MerkleTree.checkConsistency(older, size, tree.root(older), tree.root(size), proof))
                    .isEmpty();
            if (older > 0) {
                byte[] rewritten = Hashing.of(tree.root(older));
                assertThat(MerkleTree.checkConsistency(older, size, rewritten, tree.root(size), proof))
                        .isPresent();
                assertThat(MerkleTree.checkConsistency(older, size, tree.root(older), rewritten, proof))
                        .isPresent();
            }
        }
        assertThat(MerkleTree.checkConsistency(size + 1, size, tree.root(size), tree.root(size), List.of()))
                .contains(ProofFault.SIZES_IN_DISORDER);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void a_proof_changed_anywhere_is_refused(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 200; i++) {
            int size = 2 + random.nextInt(200);
            int index = random.nextInt(size);
            PlainTree tree = PlainTree.of(size);
            List<byte[]> proof = new ArrayList<>(MerkleTree.inclusionProof(tree.subtrees(), index, size));
            byte[] changed = proof.get(random.nextInt(proof.size()));
            changed[random.nextInt(32)] ^= (byte) (1 << random.nextInt(8));
            assertThat(MerkleTree.checkInclusion(index, size, tree.leaf(index), proof, tree.root(size)))
                    .as("seed %d, round %d", seed, i)
                    .contains(ProofFault.ROOT_DIFFERS);
        }
    }
}
