package kz.legality.evidence.signature;

import eu.europa.esig.dss.alert.exception.AlertException;
import eu.europa.esig.dss.enumerations.DigestAlgorithm;
import eu.europa.esig.dss.enumerations.SignatureAlgorithm;
import eu.europa.esig.dss.enumerations.SignatureLevel;
import eu.europa.esig.dss.model.DSSDocument;
import eu.europa.esig.dss.model.DSSException;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.model.SignatureValue;
import eu.europa.esig.dss.model.TimestampBinary;
import eu.europa.esig.dss.model.ToBeSigned;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.pades.PAdESSignatureParameters;
import eu.europa.esig.dss.pades.signature.PAdESService;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import kz.legality.evidence.timestamp.TimeStampAuthority;
import kz.legality.evidence.timestamp.TimeStampAuthority.NotStamped;
import org.jspecify.annotations.Nullable;

/**
 * A PAdES signature (ETSI EN 319 142-1), put into a PDF by the European Commission's DSS: baseline B, or T where an authority
 * says when. The only class that names DSS, so that a ledger without a signer never loads it. Nothing is fetched from a network
 * but the time stamp.
 */
final class PadesPaper {
    /** Room in the PDF for the signature with its certificates and, where there is one, its time stamp with those of the authority. */
    private static final int SIGNATURE_BYTES_MAX = 16_384;

    private static final int STAMPED_BYTES_MAX = 32_768;

    private PadesPaper() {}

    /**
     * The paper with a signature in it.
     *
     * @param at when it is signed, as the ledger's clock says
     * @param authority who stamps the signature; null for baseline B
     * @throws NotStamped where the authority did not
     */
    static byte[] signed(byte[] pdf, EvidenceSigner signer, Instant at, @Nullable TimeStampAuthority authority)
            throws NotSigned, NotStamped {
        PAdESSignatureParameters how = new PAdESSignatureParameters();
        how.setSignatureLevel(authority == null ? SignatureLevel.PAdES_BASELINE_B : SignatureLevel.PAdES_BASELINE_T);
        how.setContentSize(authority == null ? SIGNATURE_BYTES_MAX : STAMPED_BYTES_MAX);
        how.setDigestAlgorithm(DigestAlgorithm.SHA256);
        how.getSignatureTimestampParameters().setDigestAlgorithm(DigestAlgorithm.SHA256);
        how.bLevel().setSigningDate(Date.from(at));
        List<CertificateToken> chain =
                signer.certificates().stream().map(CertificateToken::new).toList();
        how.setSigningCertificate(chain.getFirst());
        how.setCertificateChain(chain);

        PAdESService service = new PAdESService(new CommonCertificateVerifier(true));
        AtomicReference<@Nullable NotStamped> unstamped = new AtomicReference<>();
        if (authority != null) {
            service.setTspSource((digest, hash) -> stamped(authority, hash, unstamped));
        }
        DSSDocument paper = new InMemoryDocument(pdf);
        try {
            ToBeSigned content = service.getDataToSign(paper, how);
            SignatureValue value = new SignatureValue(
                    SignatureAlgorithm.getAlgorithm(how.getEncryptionAlgorithm(), how.getDigestAlgorithm()),
                    signer.signature(content.getBytes()));
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            service.signDocument(paper, how, value).writeTo(out);
            return out.toByteArray();
        } catch (DSSException | AlertException | IllegalArgumentException | IllegalStateException | IOException e) {
            NotStamped fault = unstamped.get();
            if (fault != null) {
                throw fault;
            }
            throw new NotSigned("the paper cannot be signed: " + e.getMessage(), e);
        }
    }

    /** DSS lets no checked exception through; it is kept beside. */
    private static TimestampBinary stamped(
            TimeStampAuthority authority, byte[] hash, AtomicReference<@Nullable NotStamped> unstamped) {
        try {
            return new TimestampBinary(authority.tokenOver(hash));
        } catch (NotStamped fault) {
            unstamped.set(fault);
            throw new DSSException(fault.getMessage(), fault);
        }
    }
}
