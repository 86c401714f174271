package kz.legality.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Map;
import kz.legality.door.access.Role;
import kz.legality.sample.Rows;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The port under TLS where authorities of clients are set. */
@Timeout(180)
class NetworkClientsTest {
    private static final String PREFIX = "ledger.network.tls.";

    @Test
    void only_who_shows_a_certificate_of_the_authority_comes_in_and_a_token_is_asked_for_still(@TempDir Path folder)
            throws IOException, InterruptedException, GeneralSecurityException {
        Certificates certificates = new Certificates(folder);
        Path server = certificates.selfSigned("ledger", "san=ip:127.0.0.1");
        Path authority = certificates.selfSigned("authority", "bc:c");
        Path network = certificates.certifiedBy(authority, "authority", "network");
        Path stranger = certificates.selfSigned("stranger");
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        Map<String, String> settings = Map.of(
                "port",
                Integer.toString(port),
                "keystore",
                server.toString(),
                "password",
                Certificates.PASSWORD,
                "clients",
                certificates.trusting(authority, "authority").toString());
        settings.forEach((name, value) -> System.setProperty(PREFIX + name, value));
        try (OpenDoors doors = OpenDoors.on(folder.resolve("data"))) {
            HttpRequest.Builder question = HttpRequest.newBuilder(URI.create(
                    "https://127.0.0.1:" + port + "/n5g-eir-eic/v1/equipment-status?pei=imei-" + Rows.imei(77)));
            HttpRequest asOperator = question.copy()
                    .header("Authorization", "Bearer " + doors.token(Role.OPERATOR, Map.of()))
                    .build();
            assertThat(status(server, network, asOperator)).isEqualTo(404);
            assertThat(status(server, network, question.build()))
                    .as("a certificate is no token")
                    .isEqualTo(401);
            assertThatThrownBy(() -> status(server, null, asOperator))
                    .as("without a certificate")
                    .isInstanceOf(IOException.class);
            assertThatThrownBy(() -> status(server, stranger, asOperator))
                    .as("by a certificate of nobody's")
                    .isInstanceOf(IOException.class);
            assertThat(status(server, network, asOperator)).as("and after them").isEqualTo(404);
        } finally {
            settings.keySet().forEach(name -> System.clearProperty(PREFIX + name));
        }
    }

    private static int status(Path server, @Nullable Path own, HttpRequest question)
            throws IOException, InterruptedException, GeneralSecurityException {
        try (HttpClient client = HttpClient.newBuilder()
                .sslContext(Certificates.context(server, "ledger", own))
                .build()) {
            return client.send(question, BodyHandlers.ofString()).statusCode();
        }
    }
}
