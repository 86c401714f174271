package kz.legality.evidence.signature;

import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.List;

/** A key by which the institution that keeps the ledger signs papers, wherever it lies: a file, a token, a service. */
public interface EvidenceSigner {
    /** Its own certificate first, then those above it, as far as they are to travel with the signature. */
    List<X509Certificate> certificates();

    /**
     * Signs with SHA-256: RSA as PKCS #1 version 1.5, or ECDSA in DER, by the kind of its key.
     *
     * @throws NotSigned where the key cannot be used
     */
    byte[] signature(byte[] content) throws NotSigned;

    /**
     * A kind of signer. Others than those of the program are found through {@link java.util.ServiceLoader}: a jar on the class
     * path is enough, such as one that asks a cryptographic provider nobody may redistribute.
     */
    interface Kind {
        /** As it stands on the first line of the settings. */
        String name();

        /**
         * Opens the signer that the settings name.
         *
         * @param directory what relative paths are relative to
         * @param settings the lines below the first
         * @throws NotSigned where the settings name no usable key
         */
        EvidenceSigner open(Path directory, List<String> settings) throws NotSigned;
    }
}
