package kz.legality.evidence.bundle;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What stands beside the proofs for people to read.
 *
 * @param files by their names in the bundle
 * @param seal how the PDFs among them are signed; null where they are not
 */
public record Papers(Map<String, byte[]> files, @Nullable Seal seal) {
    /** What a PDF's signature holds (ETSI EN 319 142-1): itself, or a time stamp over it as well. */
    public enum Level {
        B("PAdES-BASELINE-B"),
        T("PAdES-BASELINE-T");

        private final String written;

        Level(String written) {
            this.written = written;
        }

        public String written() {
            return written;
        }
    }

    /**
     * Who signed, and how.
     *
     * @param by the subject of the signer's certificate
     */
    public record Seal(Level level, String by) {}

    public static Papers unsigned(Map<String, byte[]> files) {
        return new Papers(files, null);
    }
}
