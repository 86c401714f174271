package kz.legality.evidence.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kz.legality.evidence.bundle.Papers;
import kz.legality.evidence.bundle.StampingOffice;
import kz.legality.evidence.timestamp.TimeStampAuthority;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Papers signed by keys of OpenSSL's making, and read by OpenSSL and by Poppler's {@code pdfsig} where there are any. */
class PaperSigningTest {
    private static final String TIME_STAMP_TOKEN = "1.2.840.113549.1.9.16.2.14";
    private static final String SIGNING_CERTIFICATE_V2 = "1.2.840.113549.1.9.16.2.47";
    private static final Pattern BYTE_RANGE = Pattern.compile("/ByteRange \\[(\\d+) (\\d+) (\\d+) (\\d+)\\]");

    @TempDir
    private static Path office;

    private static StampingOffice authority;

    @TempDir
    private Path data;

    private final List<String> troubles = new ArrayList<>();

    @BeforeAll
    static void open() throws Exception {
        authority = StampingOffice.open(office);
        keyed("court", "-newkey", "rsa:2048");
        keyed("curve", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1");
    }

    /** A key certified by {@code ca}, in a PKCS #12 file with the certifier's certificate. */
    private static void keyed(String name, String... key) throws Exception {
        List<String> how = new ArrayList<>(List.of(key));
        how.addAll(List.of("-x509", "-CA", "ca.pem", "-CAkey", "ca.key"));
        authority.certified(name, "signing", how.toArray(String[]::new));
        authority.openssl(List.of(
                "pkcs12",
                "-export",
                "-in",
                name + ".pem",
                "-inkey",
                name + ".key",
                "-certfile",
                "ca.pem",
                "-out",
                name + ".p12",
                "-passout",
                "pass:secret"));
    }

    @AfterAll
    static void close() {
        if (authority != null) {
            authority.close();
        }
    }

    @BeforeEach
    void password() throws IOException {
        Files.writeString(data.resolve("seal.password"), "secret\n");
    }

    private PaperSigning signingWith(String key, Optional<TimeStampAuthority> stamps) throws IOException {
        Files.copy(office.resolve(key + ".p12"), data.resolve("seal.p12"));
        Files.writeString(data.resolve("evidence-signer"), "pkcs12\nseal.p12\nseal.password\n");
        return new PaperSigning(data.resolve("evidence-signer"), stamps, Clock.systemUTC(), troubles::add);
    }

    private static Papers signed(PaperSigning signing) throws Exception {
        return signing.signed(
                Map.of("report_en.pdf", paper(), "verify.html", "a page".getBytes(StandardCharsets.UTF_8)),
                signing.signer().orElse(null));
    }

    private static byte[] report(Papers papers) {
        return Objects.requireNonNull(papers.files().get("report_en.pdf"));
    }

    private static byte[] paper() throws IOException {
        try (PDDocument document = new PDDocument()) {
            document.addPage(new PDPage());
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        }
    }

    /** What a PDF's signature speaks of, and the signature. */
    private record Inside(byte[] content, byte[] signature) {
        static Inside of(byte[] pdf) {
            Matcher range = BYTE_RANGE.matcher(new String(pdf, StandardCharsets.ISO_8859_1));
            assertThat(range.find()).as("a signature is in the paper").isTrue();
            int first = Integer.parseInt(range.group(2));
            int from = Integer.parseInt(range.group(3));
            int length = Integer.parseInt(range.group(4));
            assertThat(from + length).as("all of the paper is signed").isEqualTo(pdf.length);
            ByteArrayOutputStream content = new ByteArrayOutputStream();
            content.write(pdf, 0, first);
            content.write(pdf, from, length);
            String hex = new String(pdf, first + 1, from - first - 2, StandardCharsets.US_ASCII);
            return new Inside(content.toByteArray(), HexFormat.of().parseHex(hex));
        }

        SignerInformation signer() throws Exception {
            return new CMSSignedData(new CMSProcessableByteArray(content), signature)
                    .getSignerInfos()
                    .getSigners()
                    .iterator()
                    .next();
        }
    }

    private static boolean has(SignerInformation signer, String attribute, boolean signed) {
        AttributeTable table = signed ? signer.getSignedAttributes() : signer.getUnsignedAttributes();
        return table != null && table.get(new ASN1ObjectIdentifier(attribute)) != null;
    }

    @Test
    void where_no_signer_is_named_papers_stay_as_they_are() throws Exception {
        PaperSigning signing =
                new PaperSigning(data.resolve("evidence-signer"), Optional.empty(), Clock.systemUTC(), troubles::add);
        byte[] paper = paper();
        Papers papers =
                signing.signed(Map.of("report_en.pdf", paper), signing.signer().orElse(null));
        assertThat(papers.seal()).isNull();
        assertThat(papers.files()).containsOnlyKeys("report_en.pdf").containsValue(paper);
    }

    @ParameterizedTest
    @ValueSource(strings = {"court", "curve"})
    void a_paper_is_signed_whole_by_the_key_of_the_file_and_names_its_certificate(String key) throws Exception {
        Papers papers = signed(signingWith(key, Optional.empty()));
        assertThat(papers.seal()).isEqualTo(new Papers.Seal(Papers.Level.B, "CN=" + key));
        assertThat(papers.files()).containsOnlyKeys("report_en.pdf", "verify.html", "keys/papers.pem");
        SignerInformation signer = Inside.of(report(papers)).signer();
        assertThat(signer.verify(new JcaSimpleSignerInfoVerifierBuilder().build(authority.certificate(key))))
                .isTrue();
        assertThat(has(signer, SIGNING_CERTIFICATE_V2, true)).isTrue();
        assertThat(has(signer, TIME_STAMP_TOKEN, false)).isFalse();
    }

    @Test
    void where_an_authority_is_named_the_signature_bears_its_time_stamp() throws Exception {
        Papers papers = signed(signingWith("court", Optional.of(new TimeStampAuthority(authority.address()))));
        assertThat(papers.seal()).isEqualTo(new Papers.Seal(Papers.Level.T, "CN=court"));
        assertThat(has(Inside.of(report(papers)).signer(), TIME_STAMP_TOKEN, false))
                .isTrue();
        assertThat(troubles).isEmpty();
    }

    @Test
    void where_the_authority_does_not_answer_the_signature_stands_without_it_and_it_is_told() throws Exception {
        URI nobody = URI.create("http://127.0.0.1:1/");
        Papers papers = signed(signingWith("court", Optional.of(new TimeStampAuthority(nobody))));
        assertThat(papers.seal()).isEqualTo(new Papers.Seal(Papers.Level.B, "CN=court"));
        assertThat(troubles).singleElement().asString().contains("without a time stamp");
    }

    @Test
    void openssl_finds_the_signature_good_and_that_of_a_changed_paper_not() throws Exception {
        Inside inside = Inside.of(report(signed(signingWith("court", Optional.empty()))));
        Files.write(office.resolve("signature.der"), inside.signature());
        byte[] content = inside.content();
        Files.write(office.resolve("good.bin"), content);
        content[100] ^= 1;
        Files.write(office.resolve("changed.bin"), content);
        authority.openssl(checking("good.bin"));
        assertThatThrownBy(() -> authority.openssl(checking("changed.bin"))).hasMessageContaining("verify");
    }

    private static List<String> checking(String content) {
        return List.of(
                "cms",
                "-verify",
                "-binary",
                "-inform",
                "DER",
                "-in",
                "signature.der",
                "-content",
                content,
                "-CAfile",
                "ca.pem",
                "-purpose",
                "any",
                "-out",
                "checked.bin");
    }

    @Test
    void poppler_finds_the_signature_good_and_that_of_a_changed_paper_not() throws Exception {
        byte[] pdf = report(signed(signingWith("court", Optional.of(new TimeStampAuthority(authority.address())))));
        Files.write(office.resolve("good.pdf"), pdf);
        pdf[pdf.length - 200] ^= 1;
        Files.write(office.resolve("changed.pdf"), pdf);
        try {
            assertThat(authority.run(List.of("pdfsig", "-nocert", "good.pdf")))
                    .contains("Signature is Valid", "ETSI.CAdES.detached", "Total document signed");
        } catch (IOException none) {
            abort("SKIPPED: there is no pdfsig here: " + none.getMessage());
        }
        assertThat(authority.run(List.of("pdfsig", "-nocert", "changed.pdf"))).doesNotContain("Signature is Valid");
    }

    @Test
    void a_signer_that_cannot_be_used_is_named_with_the_reason() throws Exception {
        PaperSigning signing = signingWith("court", Optional.empty());
        Files.writeString(data.resolve("seal.password"), "another\n");
        assertThatThrownBy(signing::signer).isInstanceOf(NotSigned.class).hasMessageContaining("seal.p12");
        Files.writeString(data.resolve("evidence-signer"), "kalkan\n");
        assertThatThrownBy(signing::signer).isInstanceOf(NotSigned.class).hasMessageContaining("'kalkan'");
        Files.writeString(data.resolve("evidence-signer"), "pkcs12\nseal.p12\n");
        assertThatThrownBy(signing::signer).isInstanceOf(NotSigned.class).hasMessageContaining("a line each");
    }

    @Test
    void under_a_certificate_that_is_no_longer_valid_nothing_is_signed() throws Exception {
        authority.run(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "old",
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                "-dname",
                "CN=old",
                "-startdate",
                "-400d",
                "-validity",
                "30",
                "-storetype",
                "PKCS12",
                "-keystore",
                "old.p12",
                "-storepass",
                "secret"));
        PaperSigning signing = signingWith("old", Optional.empty());
        assertThatThrownBy(() -> signed(signing)).isInstanceOf(NotSigned.class).hasMessageContaining("expired");
    }

    @Test
    void a_signer_of_another_kind_is_found_by_its_name_on_the_class_path() throws Exception {
        signingWith("court", Optional.empty());
        Files.writeString(data.resolve("evidence-signer"), "lent\nseal.p12\nseal.password\n");
        PaperSigning signing =
                new PaperSigning(data.resolve("evidence-signer"), Optional.empty(), Clock.systemUTC(), troubles::add);
        assertThat(signing.signer()).get().isInstanceOf(LentSigner.class);
        SignerInformation signer = Inside.of(report(signed(signing))).signer();
        assertThat(signer.verify(new JcaSimpleSignerInfoVerifierBuilder().build(authority.certificate("court"))))
                .isTrue();
    }

    /** A signer as somebody else might bring it along. */
    public record LentSigner(EvidenceSigner key) implements EvidenceSigner {
        @Override
        public List<java.security.cert.X509Certificate> certificates() {
            return key.certificates();
        }

        @Override
        public byte[] signature(byte[] content) throws NotSigned {
            return key.signature(content);
        }

        /** Registered beside the tests as {@code META-INF/services} asks. */
        public static final class Kind implements EvidenceSigner.Kind {
            @Override
            public String name() {
                return "lent";
            }

            @Override
            public EvidenceSigner open(Path directory, List<String> settings) throws NotSigned {
                return new LentSigner(new Pkcs12Signer.Kind().open(directory, settings));
            }
        }
    }
}
