package kz.legality.evidence.signature;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** The one key of a PKCS #12 file (RFC 7292), with its certificates. */
record Pkcs12Signer(PrivateKey key, List<X509Certificate> certificates) implements EvidenceSigner {
    Pkcs12Signer {
        certificates = List.copyOf(certificates);
    }

    @Override
    public byte[] signature(byte[] content) throws NotSigned {
        try {
            Signature signing = Signature.getInstance(
                    switch (key.getAlgorithm()) {
                        case "RSA" -> "SHA256withRSA";
                        case "EC" -> "SHA256withECDSA";
                        default -> throw new NotSigned("keys of " + key.getAlgorithm() + " do not sign papers", null);
                    });
            signing.initSign(key);
            signing.update(content);
            return signing.sign();
        } catch (GeneralSecurityException e) {
            throw new NotSigned("the key does not sign: " + e.getMessage(), e);
        }
    }

    /** {@code pkcs12}, then the path of the file, then the path of a file whose first line is its password. */
    public static final class Kind implements EvidenceSigner.Kind {
        @Override
        public String name() {
            return "pkcs12";
        }

        @Override
        public EvidenceSigner open(Path directory, List<String> settings) throws NotSigned {
            if (settings.size() != 2) {
                throw new NotSigned("of a PKCS #12 file its path and that of its password are told, a line each", null);
            }
            Path file = directory.resolve(settings.getFirst());
            Path passwordFile = directory.resolve(settings.getLast());
            try (InputStream in = Files.newInputStream(file)) {
                char[] password = Files.readString(passwordFile)
                        .lines()
                        .findFirst()
                        .orElse("")
                        .toCharArray();
                KeyStore store = KeyStore.getInstance("PKCS12");
                store.load(in, password);
                return only(store, password, file);
            } catch (IOException | GeneralSecurityException e) {
                throw new NotSigned(file + " cannot be opened with the password of " + passwordFile + ": " + e, e);
            }
        }

        private static EvidenceSigner only(KeyStore store, char[] password, Path file)
                throws GeneralSecurityException, NotSigned {
            List<String> keys = new ArrayList<>();
            for (String alias : Collections.list(store.aliases())) {
                if (store.isKeyEntry(alias)) {
                    keys.add(alias);
                }
            }
            if (keys.size() != 1) {
                throw new NotSigned(file + " holds " + keys.size() + " keys; it is to hold the one that signs", null);
            }
            if (!(store.getKey(keys.getFirst(), password) instanceof PrivateKey key)) {
                throw new NotSigned(file + " holds no private key", null);
            }
            return new Pkcs12Signer(
                    key,
                    Arrays.stream(store.getCertificateChain(keys.getFirst()))
                            .map(X509Certificate.class::cast)
                            .toList());
        }
    }
}
