package kz.legality.evidence.witness;

import kz.legality.evidence.proof.VerifierKey;

/** A witness did not cosign. The message names him and says why, in words for whoever keeps the log. */
public final class WitnessFault extends Exception {
    private static final long serialVersionUID = 1L;

    WitnessFault(VerifierKey witness, String what) {
        super("witness " + witness.name() + " " + what);
    }
}
