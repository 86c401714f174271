package kz.legality.evidence.bundle;

import static org.junit.jupiter.api.Assumptions.abort;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A time-stamping authority of OpenSSL's making, which answers over HTTP, and the certificates and tools of its office. */
public final class StampingOffice implements AutoCloseable {
    static final String CONFIGURATION = """
        [req]
        distinguished_name = none
        [none]
        [ca]
        basicConstraints = critical,CA:true
        keyUsage = critical,keyCertSign
        [stamping]
        extendedKeyUsage = critical,timeStamping
        [signing]
        keyUsage = critical,digitalSignature,nonRepudiation
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

    private final Path office;
    private final HttpServer server;

    private StampingOffice(Path office, HttpServer server) {
        this.office = office;
        this.server = server;
    }

    /** With a certifier {@code ca}, the authority {@code tsa}, and a {@code stranger}. Aborts the test where there is no OpenSSL. */
    public static StampingOffice open(Path directory) throws Exception {
        Files.writeString(directory.resolve("tsa.cnf"), CONFIGURATION);
        Files.writeString(directory.resolve("serial"), "01\n");
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        StampingOffice opened = new StampingOffice(directory, server);
        try {
            opened.certified("ca", "ca", "-newkey", "rsa:2048", "-x509");
        } catch (IOException none) {
            abort("SKIPPED: there is no OpenSSL here to stamp with: " + none.getMessage());
        }
        opened.certified(
                "tsa",
                "stamping",
                "-newkey",
                "rsa:2048",
                "-x509",
                "-CA",
                "ca.pem",
                "-CAkey",
                "ca.key",
                "-set_serial",
                "7");
        opened.certified("stranger", "ca", "-newkey", "rsa:2048", "-x509");
        server.createContext("/", opened::answer);
        server.start();
        return opened;
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    }

    public void certified(String name, String extensions, String... how) throws Exception {
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

    public void openssl(List<String> arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("openssl"));
        command.addAll(arguments);
        run(command);
    }

    /** Runs a program in the office and returns what it said, which is in the exception where it fails. */
    public String run(List<String> command) throws IOException, InterruptedException {
        Path said = Files.createTempFile(office, "said", ".txt");
        Process process = new ProcessBuilder(command)
                .directory(office.toFile())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        if (!process.waitFor(1, TimeUnit.MINUTES) || process.exitValue() != 0) {
            throw new IllegalStateException(command + ": " + Files.readString(said));
        }
        return Files.readString(said);
    }

    private void answer(HttpExchange exchange) throws IOException {
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

    public X509Certificate certificate(String name) throws Exception {
        return (X509Certificate) CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(Files.readAllBytes(office.resolve(name + ".pem"))));
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
