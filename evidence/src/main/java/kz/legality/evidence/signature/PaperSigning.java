package kz.legality.evidence.signature;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import kz.legality.evidence.bundle.Papers;
import kz.legality.evidence.proof.BundleNames;
import kz.legality.evidence.timestamp.TimeStampAuthority;
import kz.legality.evidence.timestamp.TimeStampAuthority.NotStamped;
import org.jspecify.annotations.Nullable;

/**
 * Signs the papers of bundles where the data directory names a signer, and leaves them as they are where it names none. The
 * signer is opened when the first paper is to be signed, and anew for each bundle, so that a renewed certificate is taken up
 * without a restart.
 */
public final class PaperSigning {
    private static final int PEM_LINE_CHARS = 64;

    private final Path settings;
    private final Optional<TimeStampAuthority> authority;
    private final Clock clock;
    private final Consumer<String> troubles;

    /**
     * @param settings the file that names the signer: its kind on the first line, what the kind asks for below
     * @param authority who stamps signatures
     * @param troubles hears of an authority that did not
     */
    public PaperSigning(Path settings, Optional<TimeStampAuthority> authority, Clock clock, Consumer<String> troubles) {
        this.settings = settings;
        this.authority = authority;
        this.clock = clock;
        this.troubles = troubles;
    }

    /**
     * The signer in force; empty where none is named.
     *
     * @throws NotSigned where one is named that cannot be used
     */
    public Optional<EvidenceSigner> signer() throws NotSigned {
        if (!Files.exists(settings)) {
            return Optional.empty();
        }
        List<String> lines = linesOf(settings);
        String named = lines.isEmpty() ? "" : lines.getFirst();
        EvidenceSigner.Kind kind = ServiceLoader.load(EvidenceSigner.Kind.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(it -> it.name().equals(named))
                .findFirst()
                .orElseThrow(() -> new NotSigned(settings + ": no signer is of the kind '" + named + "'", null));
        return Optional.of(kind.open(
                Objects.requireNonNull(settings.toAbsolutePath().getParent()), lines.subList(1, lines.size())));
    }

    /** Who signs, as his certificate calls him. */
    public static String nameOf(EvidenceSigner signer) {
        return signer.certificates().getFirst().getSubjectX500Principal().getName();
    }

    /**
     * The papers with a signature in each PDF. Where the authority does not answer, the signature stands without its time stamp,
     * as the ledger's checkpoints then do.
     *
     * @throws NotSigned where the signer refuses: a bundle that was to be signed is not issued unsigned
     */
    public Papers signed(Map<String, byte[]> papers, @Nullable EvidenceSigner signer) throws NotSigned {
        if (signer == null) {
            return Papers.unsigned(papers);
        }
        try {
            return under(papers, signer, authority.orElse(null));
        } catch (NotStamped fault) {
            troubles.accept("papers are signed without a time stamp: " + fault.getMessage());
        }
        try {
            return under(papers, signer, null);
        } catch (NotStamped nobodyAsked) {
            throw new IllegalStateException("a time stamp was missed that nobody was asked for", nobodyAsked);
        }
    }

    private Papers under(Map<String, byte[]> papers, EvidenceSigner signer, @Nullable TimeStampAuthority asked)
            throws NotSigned, NotStamped {
        Map<String, byte[]> signed = new LinkedHashMap<>();
        for (Map.Entry<String, byte[]> paper : papers.entrySet()) {
            byte[] content = paper.getValue();
            signed.put(
                    paper.getKey(),
                    paper.getKey().endsWith(".pdf")
                            ? PadesPaper.signed(content, signer, clock.instant(), asked)
                            : content);
        }
        signed.put(BundleNames.PAPER_CERTIFICATES, pem(signer.certificates()));
        return new Papers(signed, new Papers.Seal(asked == null ? Papers.Level.B : Papers.Level.T, nameOf(signer)));
    }

    private static byte[] pem(List<X509Certificate> certificates) throws NotSigned {
        Base64.Encoder lines = Base64.getMimeEncoder(PEM_LINE_CHARS, new byte[] {'\n'});
        StringBuilder pem = new StringBuilder();
        for (X509Certificate certificate : certificates) {
            try {
                pem.append("-----BEGIN CERTIFICATE-----\n")
                        .append(lines.encodeToString(certificate.getEncoded()))
                        .append("\n-----END CERTIFICATE-----\n");
            } catch (CertificateEncodingException e) {
                throw new NotSigned("the signer's certificate cannot be written: " + e.getMessage(), e);
            }
        }
        return pem.toString().getBytes(StandardCharsets.US_ASCII);
    }

    private static List<String> linesOf(Path file) {
        try {
            return Files.readString(file)
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty())
                    .collect(Collectors.toList());
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read: " + e.getMessage(), e);
        }
    }
}
