package kz.legality.evidence.proof;

import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.cert.CertPathValidator;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.security.auth.x500.X500Principal;

/**
 * An answer of a time-stamping authority (RFC 3161): that it saw a hash at a moment, signed as CMS (RFC 5652). SHA-256, 384 and
 * 512, with RSA (PKCS #1) or ECDSA.
 *
 * @param at the moment it names
 * @param imprint the SHA-256 it saw
 */
public record TimeStamp(Instant at, byte[] imprint, Signed signed) {
    private static final String SIGNED_DATA = "1.2.840.113549.1.7.2";
    private static final String TST_INFO = "1.2.840.113549.1.9.16.1.4";
    private static final String CONTENT_TYPE = "1.2.840.113549.1.9.3";
    private static final String MESSAGE_DIGEST = "1.2.840.113549.1.9.4";
    /** ESSCertID (RFC 2634), by SHA-1, and ESSCertIDv2 (RFC 5035), by SHA-256 where it names no other. */
    private static final String SIGNING_CERTIFICATE = "1.2.840.113549.1.9.16.2.12";

    private static final String SIGNING_CERTIFICATE_V2 = "1.2.840.113549.1.9.16.2.47";
    private static final String SHA_256 = "2.16.840.1.101.3.4.2.1";
    private static final String FOR_TIME_STAMPING = "1.3.6.1.5.5.7.3.8";
    private static final Map<String, String> DIGESTS =
            Map.of(SHA_256, "SHA-256", "2.16.840.1.101.3.4.2.2", "SHA-384", "2.16.840.1.101.3.4.2.3", "SHA-512");
    private static final String RSA = "1.2.840.113549.1.1.1";
    private static final Map<String, String> SIGNATURES = Map.of(
            "1.2.840.113549.1.1.11", "SHA256withRSA",
            "1.2.840.113549.1.1.12", "SHA384withRSA",
            "1.2.840.113549.1.1.13", "SHA512withRSA",
            "1.2.840.10045.4.3.2", "SHA256withECDSA",
            "1.2.840.10045.4.3.3", "SHA384withECDSA",
            "1.2.840.10045.4.3.4", "SHA512withECDSA");
    private static final DateTimeFormatter TO_THE_SECOND = DateTimeFormatter.ofPattern("uuuuMMddHHmmss", Locale.ROOT);
    private static final int STATUS_GRANTED_WITH_CHANGES = 1;

    /**
     * What the authority signed, and how.
     *
     * @param info the bytes whose hash stands among the signed attributes
     * @param attributes the signed attributes, as a SET
     */
    record Signed(
            byte[] info,
            List<Der> attributes,
            byte[] attributeBytes,
            byte[] issuer,
            BigInteger serial,
            String digest,
            String algorithm,
            byte[] signature,
            List<byte[]> certificates) {}

    /** @throws IllegalArgumentException where it is no time stamp, or one that was not granted */
    public static TimeStamp parse(byte[] response) {
        Der answer = Der.parse(response);
        int status = new BigInteger(
                        answer.child(0, Der.SEQUENCE).child(0, Der.INTEGER).content())
                .intValue();
        if (status < 0 || status > STATUS_GRANTED_WITH_CHANGES) {
            throw new IllegalArgumentException("the authority did not grant a time stamp, status " + status);
        }
        Der token = answer.child(1, Der.SEQUENCE);
        require(token.child(0, Der.OBJECT_ID), SIGNED_DATA);
        Der data = token.child(1, Der.CONTEXT_0).child(0, Der.SEQUENCE);
        Der content = data.child(2, Der.SEQUENCE);
        require(content.child(0, Der.OBJECT_ID), TST_INFO);
        byte[] info = content.child(1, Der.CONTEXT_0).child(0, Der.OCTETS).content();
        Der stamp = Der.parse(info);
        Der imprint = stamp.child(2, Der.SEQUENCE);
        require(imprint.child(0, Der.SEQUENCE).child(0, Der.OBJECT_ID), SHA_256);
        List<Der> parts = data.children();
        List<byte[]> certificates = parts.stream()
                .filter(part -> part.tag() == Der.CONTEXT_0)
                .flatMap(part -> part.children().stream())
                .map(Der::whole)
                .toList();
        return new TimeStamp(
                moment(stamp.child(4, Der.GENERALIZED_TIME)),
                imprint.child(1, Der.OCTETS).content(),
                signed(info, parts.getLast().child(0, Der.SEQUENCE), certificates));
    }

    /** The token of an answer that {@link #parse} accepts: a CMS signed data. */
    public static byte[] tokenOf(byte[] response) {
        return Der.parse(response).child(1, Der.SEQUENCE).whole();
    }

    private static Signed signed(byte[] info, Der signer, List<byte[]> certificates) {
        Der who = signer.child(1, Der.SEQUENCE);
        Der attributes = signer.child(3, Der.CONTEXT_0);
        byte[] asSet = attributes.whole().clone();
        asSet[0] = Der.SET;
        return new Signed(
                info,
                attributes.children(),
                asSet,
                who.child(0, Der.SEQUENCE).whole(),
                new BigInteger(who.child(1, Der.INTEGER).content()),
                signer.child(2, Der.SEQUENCE).child(0, Der.OBJECT_ID).objectId(),
                signer.child(4, Der.SEQUENCE).child(0, Der.OBJECT_ID).objectId(),
                signer.child(5, Der.OCTETS).content(),
                certificates);
    }

    private static Instant moment(Der time) {
        String text = new String(time.content(), StandardCharsets.US_ASCII);
        String[] parts = text.replaceFirst("Z$", "").split("\\.", 2);
        try {
            Instant second = LocalDateTime.parse(parts[0], TO_THE_SECOND).toInstant(ZoneOffset.UTC);
            return parts.length == 1
                    ? second
                    : second.plusNanos(Math.round(Double.parseDouble("0." + parts[1]) * 1_000_000_000));
        } catch (DateTimeParseException | NumberFormatException bad) {
            throw new IllegalArgumentException("the time of the time stamp cannot be read: " + text, bad);
        }
    }

    private static void require(Der objectId, String wanted) {
        if (!objectId.objectId().equals(wanted)) {
            throw new IllegalArgumentException("expected " + wanted + ", not " + objectId.objectId());
        }
    }

    /**
     * Checks that one whom the verifier trusts signed it, with a certificate for time stamps that was valid at the time it names.
     *
     * @param trusted certificates of authorities, or of those who certify them
     * @return the name of the one who signed
     * @throws IllegalArgumentException saying what does not hold
     */
    public String signedBy(Set<X509Certificate> trusted) {
        try {
            X509Certificate signer = signer();
            if (!attribute(CONTENT_TYPE).objectId().equals(TST_INFO)) {
                throw new IllegalArgumentException("what is signed is no time stamp");
            }
            MessageDigest digest = MessageDigest.getInstance(digestName());
            if (!MessageDigest.isEqual(
                    digest.digest(signed.info()), attribute(MESSAGE_DIGEST).content())) {
                throw new IllegalArgumentException("the time stamp is not what was signed");
            }
            Signature verifying = Signature.getInstance(signatureName());
            verifying.initVerify(signer);
            verifying.update(signed.attributeBytes());
            if (!verifying.verify(signed.signature())) {
                throw new IllegalArgumentException("the signature of the time stamp is not its signer's");
            }
            requireNamed(signer);
            requireTrusted(signer, trusted);
            return signer.getSubjectX500Principal().getName();
        } catch (GeneralSecurityException bad) {
            throw new IllegalArgumentException("the time stamp's signer: " + bad.getMessage(), bad);
        }
    }

    /**
     * RFC 3161, section 2.4.2: the authority signs which certificate is its own, so that nobody puts another with the same key
     * under its signature. The first identifier is the signer's.
     */
    private void requireNamed(X509Certificate signer) throws GeneralSecurityException {
        boolean second = has(SIGNING_CERTIFICATE_V2);
        Der named = attribute(second ? SIGNING_CERTIFICATE_V2 : SIGNING_CERTIFICATE)
                .child(0, Der.SEQUENCE)
                .child(0, Der.SEQUENCE);
        List<Der> parts = named.children();
        String hash = second ? "SHA-256" : "SHA-1";
        int at = 0;
        if (second && !parts.isEmpty() && parts.getFirst().tag() == Der.SEQUENCE) {
            hash = DIGESTS.get(parts.getFirst().child(0, Der.OBJECT_ID).objectId());
            at = 1;
        }
        if (hash == null) {
            throw new IllegalArgumentException(
                    "the time stamp names its certificate by a digest that is not known here");
        }
        byte[] due = MessageDigest.getInstance(hash).digest(signer.getEncoded());
        if (!MessageDigest.isEqual(due, named.child(at, Der.OCTETS).content())) {
            throw new IllegalArgumentException("the time stamp was signed under another certificate than it carries");
        }
    }

    private X509Certificate signer() throws GeneralSecurityException {
        return certificates().stream()
                .filter(it -> it.getSerialNumber().equals(signed.serial())
                        && it.getIssuerX500Principal().equals(new X500Principal(signed.issuer())))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException("the time stamp does not carry its signer's certificate"));
    }

    private List<X509Certificate> certificates() throws GeneralSecurityException {
        CertificateFactory factory = CertificateFactory.getInstance("X.509");
        List<X509Certificate> all = new ArrayList<>();
        for (byte[] encoded : signed.certificates()) {
            all.add((X509Certificate) factory.generateCertificate(new ByteArrayInputStream(encoded)));
        }
        return all;
    }

    private void requireTrusted(X509Certificate signer, Set<X509Certificate> trusted) throws GeneralSecurityException {
        List<String> uses = signer.getExtendedKeyUsage();
        if (uses == null || !uses.equals(List.of(FOR_TIME_STAMPING))) {
            throw new IllegalArgumentException("the certificate is not for time stamps, or not for them alone");
        }
        signer.checkValidity(Date.from(at));
        if (trusted.contains(signer)) {
            return;
        }
        List<X509Certificate> path = new ArrayList<>(List.of(signer));
        Map<X500Principal, X509Certificate> carried = certificates().stream()
                .collect(Collectors.toMap(X509Certificate::getSubjectX500Principal, it -> it, (one, other) -> one));
        X509Certificate above = carried.get(signer.getIssuerX500Principal());
        while (above != null && !trusted.contains(above) && !path.contains(above)) {
            path.add(above);
            above = carried.get(above.getIssuerX500Principal());
        }
        PKIXParameters parameters = new PKIXParameters(
                trusted.stream().map(it -> new TrustAnchor(it, null)).collect(Collectors.toSet()));
        parameters.setRevocationEnabled(false);
        parameters.setDate(Date.from(at));
        CertPathValidator.getInstance("PKIX")
                .validate(CertificateFactory.getInstance("X.509").generateCertPath(path), parameters);
    }

    private boolean has(String type) {
        return signed.attributes().stream()
                .anyMatch(it -> it.child(0, Der.OBJECT_ID).objectId().equals(type));
    }

    private Der attribute(String type) {
        return signed.attributes().stream()
                .filter(it -> it.child(0, Der.OBJECT_ID).objectId().equals(type))
                .map(it -> it.child(1, Der.SET).children().getFirst())
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the time stamp lacks the signed attribute " + type));
    }

    private String digestName() {
        String name = DIGESTS.get(signed.digest());
        if (name == null) {
            throw new IllegalArgumentException("the time stamp is signed with a digest that is not known here");
        }
        return name;
    }

    private String signatureName() {
        String name = signed.algorithm().equals(RSA)
                ? digestName().replace("-", "") + "withRSA"
                : SIGNATURES.get(signed.algorithm());
        if (name == null) {
            throw new IllegalArgumentException("the time stamp is signed in a way that is not known here");
        }
        return name;
    }
}
