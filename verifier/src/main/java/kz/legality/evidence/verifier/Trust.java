package kz.legality.evidence.verifier;

import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import kz.legality.evidence.proof.VerifierKey;
import org.jspecify.annotations.Nullable;

/**
 * What the verifier brings along. Nothing in a bundle is trusted that is not signed by one of these.
 *
 * @param log keys of logs
 * @param witnesses keys of those who cosign the log's checkpoints
 * @param timeStamping certificates of time-stamping authorities, or of those who certify them
 * @param indexKey the key by which the log names streams, where the verifier was entrusted with it
 */
public record Trust(
        List<VerifierKey> log,
        List<VerifierKey> witnesses,
        Set<X509Certificate> timeStamping,
        byte @Nullable [] indexKey) {
    public Trust {
        log = List.copyOf(log);
        witnesses = List.copyOf(witnesses);
        timeStamping = Set.copyOf(timeStamping);
    }

    /** Trust in a log alone: no witness is asked for, and whether its names are those of the IMEIs is not checked. */
    @SuppressWarnings("NullAway") // an array that may be null is not seen as such
    public static Trust inLog(VerifierKey log) {
        return new Trust(List.of(log), List.of(), Set.of(), null);
    }

    /**
     * Verifier keys, one a line; lines that begin with # are remarks.
     *
     * @throws IllegalArgumentException where a line is none, or no log's key is among them
     */
    public static Trust parse(String vkeys, Set<X509Certificate> timeStamping, byte @Nullable [] indexKey) {
        List<VerifierKey> log = new ArrayList<>();
        List<VerifierKey> witnesses = new ArrayList<>();
        for (String line : vkeys.split("\n")) {
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            VerifierKey key = VerifierKey.parse(line);
            (key.type() == VerifierKey.COSIGNATURE ? witnesses : log).add(key);
        }
        if (log.isEmpty()) {
            throw new IllegalArgumentException("no log's key is in the file of trusted keys");
        }
        return new Trust(log, witnesses, timeStamping, indexKey);
    }
}
