package kz.legality.evidence.proof;

/** Why a proof does not hold. */
public enum ProofFault {
    INDEX_BEYOND_SIZE("the index is not below the size of the tree"),
    SIZES_IN_DISORDER("the older tree is not the smaller one"),
    NOT_A_HASH("a hash in the proof is not 32 bytes"),
    TOO_SHORT("the proof ends before the root is reached"),
    TOO_LONG("the proof goes on after the root was reached"),
    ROOT_DIFFERS("the proof leads to another root"),
    OLDER_ROOT_DIFFERS("the proof leads to another root of the older tree"),
    NOT_ON_THE_PATH("the leaf that is shown does not stand on the path of the key");

    private final String sentence;

    ProofFault(String sentence) {
        this.sentence = sentence;
    }

    public String sentence() {
        return sentence;
    }
}
