package kz.legality.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLHandshakeException;
import kz.legality.door.access.Role;
import kz.legality.sample.Rows;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The port under TLS, by a certificate made for the test. */
class NetworkTlsTest {
    private static final String SETTINGS = "ledger.network.tls.";

    @TempDir
    Path folder;

    private OpenDoors doors;
    private Path keystore = Path.of("");
    private int port;

    @BeforeEach
    void open() throws IOException, InterruptedException {
        keystore = new Certificates(folder).selfSigned("ledger", "san=ip:127.0.0.1");
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        System.setProperty(SETTINGS + "port", Integer.toString(port));
        System.setProperty(SETTINGS + "keystore", keystore.toString());
        System.setProperty(SETTINGS + "password", Certificates.PASSWORD);
        doors = OpenDoors.on(folder.resolve("data"));
    }

    @AfterEach
    void close() {
        doors.close();
        List.of("port", "keystore", "password").forEach(it -> System.clearProperty(SETTINGS + it));
    }

    @Test
    void a_network_asks_by_http_2_agreed_on_under_tls_and_who_does_not_trust_the_ledger_asks_nothing()
            throws IOException, InterruptedException, GeneralSecurityException {
        doors.feed("customs-imports", Rows.IMPORTS + Rows.imported(1));
        HttpRequest question = HttpRequest.newBuilder(URI.create(
                        "https://127.0.0.1:" + port + "/n5g-eir-eic/v1/equipment-status?pei=imei-" + Rows.imei(1)))
                .header("Authorization", "Bearer " + doors.token(Role.OPERATOR, Map.of()))
                .build();
        try (HttpClient network = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_2)
                .sslContext(Certificates.context(keystore, "ledger", null))
                .build()) {
            for (int i = 0; i < 3; i++) {
                HttpResponse<String> answer = network.send(question, BodyHandlers.ofString());
                assertThat(answer.body()).isEqualTo("{\"status\":\"WHITELISTED\"}");
                assertThat(answer.version()).isEqualTo(HttpClient.Version.HTTP_2);
                assertThat(answer.sslSession())
                        .hasValueSatisfying(
                                session -> assertThat(session.getProtocol()).isEqualTo("TLSv1.3"));
            }
        }
        try (HttpClient stranger = HttpClient.newHttpClient()) {
            assertThatThrownBy(() -> stranger.send(question, BodyHandlers.ofString()))
                    .isInstanceOf(SSLHandshakeException.class);
        }
        assertThat(doors.get("/n5g-eir-eic/v1/equipment-status?pei=imei-" + Rows.imei(1), Role.OPERATOR)
                        .statusCode())
                .as("the port in the clear is still there")
                .isEqualTo(200);
    }
}
