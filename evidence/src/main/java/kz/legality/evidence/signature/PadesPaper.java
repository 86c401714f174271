package kz.legality.evidence.signature;

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
import kz.legality.evidence.timestamp.TimeStampAuthority;
import kz.legality.evidence.timestamp.TimeStampAuthority.NotStamped;
import org.jspecify.annotations.Nullable;

/**
 * A PAdES signature (ETSI EN 319 142-1), put into a PDF by the European Commission's DSS: baseline B, or T where an authority
 * says when. The only class that names DSS, so that a ledger without a signer never loads it. Nothing is fetched from a network
 * but the time stamp.
 */
final class PadesPaper {
    private PadesPaper() {}

    /**
     * @param at when it is signed, as the ledger's clock says
     * @param authority who stamps the signature; null for baseline B
     */
    static byte[] signed(byte[] pdf, EvidenceSigner signer, Instant at, @Nullable TimeStampAuthority authority)
            throws NotSigned {
        PAdESSignatureParameters how = new PAdESSignatureParameters();
        how.setSignatureLevel(authority == null ? SignatureLevel.PAdES_BASELINE_B : SignatureLevel.PAdES_BASELINE_T);
        how.setDigestAlgorithm(DigestAlgorithm.SHA256);
        how.getSignatureTimestampParameters().setDigestAlgorithm(DigestAlgorithm.SHA256);
        how.bLevel().setSigningDate(Date.from(at));
        List<CertificateToken> chain =
                signer.certificates().stream().map(CertificateToken::new).toList();
        how.setSigningCertificate(chain.getFirst());
        how.setCertificateChain(chain);

        PAdESService service = new PAdESService(new CommonCertificateVerifier(true));
        if (authority != null) {
            service.setTspSource((digest, hash) -> stamped(authority, hash));
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
        } catch (DSSException | IllegalArgumentException | IllegalStateException | IOException e) {
            throw new NotSigned("the paper cannot be signed: " + e.getMessage(), e);
        }
    }

    private static TimestampBinary stamped(TimeStampAuthority authority, byte[] hash) {
        try {
            return new TimestampBinary(authority.tokenOver(hash));
        } catch (NotStamped fault) {
            throw new DSSException(fault.getMessage(), fault);
        }
    }
}
