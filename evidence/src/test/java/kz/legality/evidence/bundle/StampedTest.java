package kz.legality.evidence.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kz.legality.evidence.proof.BundleNames;
import kz.legality.evidence.proof.StoredZip;
import kz.legality.evidence.proof.TimeStamp;
import kz.legality.evidence.timestamp.TimeStampAuthority;
import kz.legality.evidence.timestamp.TimeStampAuthority.NotStamped;
import kz.legality.evidence.verifier.BundleCheck;
import kz.legality.evidence.verifier.Check;
import kz.legality.evidence.verifier.Report;
import kz.legality.evidence.verifier.Report.Outcome;
import kz.legality.evidence.verifier.Trust;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Time stamps made by OpenSSL, an authority that others wrote, asked over HTTP; runs where there is an {@code openssl}. */
class StampedTest {
    @TempDir
    private static Path office;

    private static StampingOffice authority;

    @TempDir
    private Path directory;

    private TrueBundle ledger;

    @BeforeAll
    static void open() throws Exception {
        authority = StampingOffice.open(office);
    }

    @AfterAll
    static void close() {
        if (authority != null) {
            authority.close();
        }
    }

    @BeforeEach
    void prepare() throws IOException {
        ledger = new TrueBundle(directory, 300, 20, 3);
        TimeStampAuthority asked = new TimeStampAuthority(authority.address());
        ledger.stamping = checkpoint -> {
            try {
                return Optional.of(asked.stamped(checkpoint));
            } catch (NotStamped e) {
                throw new AssertionError(e);
            }
        };
    }

    @AfterEach
    void put() {
        ledger.close();
    }

    private Report verified(byte[] bundle, String... trusted) throws Exception {
        Set<X509Certificate> certificates = new HashSet<>();
        for (String name : trusted) {
            certificates.add(authority.certificate(name));
        }
        return BundleCheck.of(
                bundle, new Trust(List.of(ledger.keys.signer().verifier()), List.of(), certificates, null));
    }

    private static Report.Line line(Report report) {
        return report.lines().stream()
                .filter(line -> line.check() == Check.TIMESTAMP)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void who_trusts_the_authority_or_who_certifies_it_finds_the_time_stamp_good() throws Exception {
        byte[] bundle = ledger.bundleOf(TrueBundle.imei(3));
        for (String trusted : List.of("ca", "tsa")) {
            Report report = verified(bundle, trusted);
            assertThat(report.holds()).as(report.text()).isTrue();
            assertThat(line(report).outcome()).isEqualTo(Outcome.PASS);
            assertThat(line(report).detail()).endsWith("by CN=tsa");
        }
    }

    @Test
    void who_trusts_no_authority_is_told_its_time_and_that_nobody_checked_it() throws Exception {
        Report report = verified(ledger.bundleOf(TrueBundle.imei(3)));
        assertThat(report.holds()).isTrue();
        assertThat(line(report).outcome()).isEqualTo(Outcome.SKIPPED);
        assertThat(line(report).detail()).contains("no authority's certificate");
    }

    @Test
    void who_trusts_another_refuses_it() throws Exception {
        Report report = verified(ledger.bundleOf(TrueBundle.imei(3)), "stranger");
        assertThat(line(report).outcome()).isEqualTo(Outcome.FAIL);
    }

    @Test
    void a_stamp_of_an_older_checkpoint_is_refused() throws Exception {
        byte[] old = new TimeStampAuthority(authority.address())
                .stamped("an older checkpoint".getBytes(StandardCharsets.UTF_8));
        ledger.stamping = checkpoint -> Optional.of(old);
        Report report = verified(ledger.bundleOf(TrueBundle.imei(3)), "ca");
        assertThat(line(report).outcome()).isEqualTo(Outcome.FAIL);
        assertThat(line(report).detail()).contains("something else");
    }

    @Test
    void every_changed_byte_of_a_stamp_is_refused_or_changes_nothing_that_is_signed() throws Exception {
        byte[] bundle = ledger.bundleOf(TrueBundle.imei(3));
        Map<String, byte[]> files = StoredZip.read(bundle);
        byte[] stamp = files.get(BundleNames.TIME_STAMP);
        String at = line(verified(bundle, "ca")).detail();
        for (int i = 0; i < stamp.length; i += 7) {
            byte[] changed = stamp.clone();
            changed[i] ^= 1;
            try {
                String detail = TimeStamp.parse(changed).signedBy(Set.of(authority.certificate("ca")));
                assertThat(at).endsWith("by " + detail);
                assertThat(at).startsWith(TimeStamp.parse(changed).at().toString());
            } catch (IllegalArgumentException refused) {
                assertThat(refused.getMessage()).isNotEmpty();
            }
        }
    }

    /** A response over a file's SHA-256 whose signed attributes name the certificate by this digest. */
    private static byte[] namingBy(String digest) throws Exception {
        String configuration = "tsa-" + digest + ".cnf";
        Files.writeString(
                office.resolve(configuration),
                StampingOffice.CONFIGURATION.replace("ess_cert_id_alg = sha256", "ess_cert_id_alg = " + digest));
        Files.writeString(office.resolve("content"), "a checkpoint");
        authority.openssl(List.of("ts", "-query", "-data", "content", "-sha256", "-cert", "-out", digest + ".tsq"));
        authority.openssl(List.of(
                "ts", "-reply", "-config", configuration, "-queryfile", digest + ".tsq", "-out", digest + ".tsr"));
        return Files.readAllBytes(office.resolve(digest + ".tsr"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"sha1", "sha256", "sha384", "sha512"})
    void the_signed_name_of_the_certificate_is_read_in_both_its_forms(String digest) throws Exception {
        assertThat(TimeStamp.parse(namingBy(digest)).signedBy(Set.of(authority.certificate("ca"))))
                .isEqualTo("CN=tsa");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sha1", "sha256", "sha384"})
    void another_certificate_of_the_same_key_put_under_the_signature_is_refused(String digest) throws Exception {
        byte[] stamp = namingBy(digest);
        authority.certified(
                "tsb", "stamping", "-key", "tsa.key", "-x509", "-CA", "ca.pem", "-CAkey", "ca.key", "-set_serial", "7");
        byte[] forged = replaced(
                stamp,
                authority.certificate("tsa").getEncoded(),
                authority.certificate("tsb").getEncoded());
        Set<X509Certificate> trusted = Set.of(authority.certificate("ca"));
        assertThatThrownBy(() -> TimeStamp.parse(forged).signedBy(trusted))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("another certificate");
    }

    @Test
    void a_token_that_does_not_name_its_certificate_is_refused_and_one_that_does_is_not() throws Exception {
        namingBy("sha256");
        authority.openssl(List.of("ts", "-reply", "-in", "sha256.tsr", "-token_out", "-out", "token.der"));
        authority.openssl(
                List.of("cms", "-verify", "-noverify", "-inform", "DER", "-in", "token.der", "-out", "info.der"));
        byte[] named = signedByCms("-cades");
        byte[] nameless = signedByCms("-binary");
        Set<X509Certificate> trusted = Set.of(authority.certificate("ca"));
        assertThat(TimeStamp.parse(named).signedBy(trusted)).isEqualTo("CN=tsa");
        assertThatThrownBy(() -> TimeStamp.parse(nameless).signedBy(trusted))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("lacks the signed attribute 1.2.840.113549.1.9.16.2.12");
    }

    /** The same time stamp, signed anew by OpenSSL's CMS, as a response of an authority. */
    private static byte[] signedByCms(String option) throws Exception {
        authority.openssl(List.of(
                "cms",
                "-sign",
                "-binary",
                "-nodetach",
                "-md",
                "sha256",
                option,
                "-econtent_type",
                "1.2.840.113549.1.9.16.1.4",
                "-signer",
                "tsa.pem",
                "-inkey",
                "tsa.key",
                "-in",
                "info.der",
                "-outform",
                "DER",
                "-out",
                "signed.der"));
        byte[] token = Files.readAllBytes(office.resolve("signed.der"));
        byte[] granted = {0x30, 0x03, 0x02, 0x01, 0x00};
        int length = granted.length + token.length;
        ByteArrayOutputStream response = new ByteArrayOutputStream();
        response.writeBytes(new byte[] {0x30, (byte) 0x82, (byte) (length >> 8), (byte) length});
        response.writeBytes(granted);
        response.writeBytes(token);
        return response.toByteArray();
    }

    private static byte[] replaced(byte[] in, byte[] what, byte[] by) {
        assertThat(by).hasSameSizeAs(what);
        byte[] changed = in.clone();
        int at = Collections.indexOfSubList(boxed(in), boxed(what));
        assertThat(at).as("where the certificate stands").isPositive();
        System.arraycopy(by, 0, changed, at, by.length);
        return changed;
    }

    private static List<Byte> boxed(byte[] bytes) {
        List<Byte> all = new ArrayList<>();
        for (byte it : bytes) {
            all.add(it);
        }
        return all;
    }
}
