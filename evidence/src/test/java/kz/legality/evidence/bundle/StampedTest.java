package kz.legality.evidence.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
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

/** Time stamps made by OpenSSL, an authority that others wrote, asked over HTTP; runs where there is an {@code openssl}. */
class StampedTest {
    private static final String CONFIGURATION = """
        [req]
        distinguished_name = none
        [none]
        [ca]
        basicConstraints = critical,CA:true
        keyUsage = critical,keyCertSign
        [stamping]
        extendedKeyUsage = critical,timeStamping
        [tsa]
        default_tsa = it
        [it]
        serial = serial
        signer_cert = tsa.pem
        signer_key = tsa.key
        signer_digest = sha256
        default_policy = 1.2.3.4
        digests = sha256
        ess_cert_id_alg = sha256
        """;

    @TempDir
    private static Path office;

    private static HttpServer authority;

    @TempDir
    private Path directory;

    private TrueBundle ledger;

    @BeforeAll
    static void open() throws Exception {
        Files.writeString(office.resolve("tsa.cnf"), CONFIGURATION);
        Files.writeString(office.resolve("serial"), "01\n");
        try {
            certified("ca", "ca", "-newkey", "rsa:2048", "-x509");
        } catch (IOException none) {
            abort("SKIPPED: there is no OpenSSL here to stamp with: " + none.getMessage());
        }
        certified("tsa", "stamping", "-newkey", "rsa:2048", "-x509", "-CA", "ca.pem", "-CAkey", "ca.key");
        certified("stranger", "ca", "-newkey", "rsa:2048", "-x509");
        authority = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        authority.createContext("/", StampedTest::answer);
        authority.start();
    }

    @AfterAll
    static void close() {
        if (authority != null) {
            authority.stop(0);
        }
    }

    @BeforeEach
    void prepare() throws IOException {
        ledger = new TrueBundle(directory, 300, 20, 3);
        TimeStampAuthority asked = new TimeStampAuthority(address());
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

    private static URI address() {
        return URI.create("http://127.0.0.1:" + authority.getAddress().getPort() + "/");
    }

    private static void certified(String name, String extensions, String... how) throws Exception {
        List<String> arguments = new ArrayList<>(List.of(
                "req",
                "-config",
                "tsa.cnf",
                "-nodes",
                "-days",
                "30",
                "-subj",
                "/CN=" + name,
                "-extensions",
                extensions));
        arguments.addAll(List.of("-keyout", name + ".key", "-out", name + ".pem"));
        arguments.addAll(List.of(how));
        openssl(arguments);
    }

    private static void openssl(List<String> arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("openssl"));
        command.addAll(arguments);
        Path said = office.resolve("said.txt");
        Process process = new ProcessBuilder(command)
                .directory(office.toFile())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        if (!process.waitFor(1, TimeUnit.MINUTES) || process.exitValue() != 0) {
            throw new IllegalStateException(command + ": " + Files.readString(said));
        }
    }

    private static void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            Files.write(office.resolve("query.tsq"), exchange.getRequestBody().readAllBytes());
            openssl(List.of("ts", "-reply", "-config", "tsa.cnf", "-queryfile", "query.tsq", "-out", "reply.tsr"));
            byte[] reply = Files.readAllBytes(office.resolve("reply.tsr"));
            exchange.getResponseHeaders().set("Content-Type", "application/timestamp-reply");
            exchange.sendResponseHeaders(200, reply.length);
            exchange.getResponseBody().write(reply);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static X509Certificate certificate(String name) throws Exception {
        return (X509Certificate) CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(Files.readAllBytes(office.resolve(name + ".pem"))));
    }

    private Report verified(byte[] bundle, String... trusted) throws Exception {
        Set<X509Certificate> certificates = new HashSet<>();
        for (String name : trusted) {
            certificates.add(certificate(name));
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
        byte[] old = new TimeStampAuthority(address()).stamped("an older checkpoint".getBytes(StandardCharsets.UTF_8));
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
                String detail = TimeStamp.parse(changed).signedBy(Set.of(certificate("ca")));
                assertThat(at).endsWith("by " + detail);
                assertThat(at).startsWith(TimeStamp.parse(changed).at().toString());
            } catch (IllegalArgumentException refused) {
                assertThat(refused.getMessage()).isNotEmpty();
            }
        }
    }
}
