package kz.legality.accesstest;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import kz.legality.door.access.Role;
import kz.legality.door.access.issuer.TokenMint;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;

/** As in production: tokens come from the organisation, and the product issues none. */
class OrganisationsIssuerTest {
    @TempDir
    static Path data;

    private static HttpServer organisation;
    private static RSAKey key;
    private static String issuer;
    private static ConfigurableApplicationContext ledger;

    @BeforeAll
    static void start() throws Exception {
        key = new RSAKeyGenerator(2048).keyID("organisation").generate();
        organisation = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        issuer = "http://127.0.0.1:" + organisation.getAddress().getPort() + "/realms/kgd";
        answers(
                "/realms/kgd/.well-known/openid-configuration",
                "{\"issuer\":\"" + issuer + "\",\"jwks_uri\":\"" + issuer + "/keys\",\"subject_types_supported\":[]}");
        answers("/realms/kgd/keys", new JWKSet(key.toPublicJWK()).toString());
        organisation.start();
        ledger = new SpringApplicationBuilder(ServerWithoutDoors.class)
                .run(
                        "--server.port=0",
                        "--ledger.data=" + data,
                        "--ledger.access.roles-claim=realm_access.roles",
                        "--spring.security.oauth2.resourceserver.jwt.issuer-uri=" + issuer,
                        "--spring.security.oauth2.resourceserver.jwt.audiences=ledger");
    }

    @AfterAll
    static void stop() {
        ledger.close();
        organisation.stop(0);
    }

    @Test
    void a_token_of_the_organisation_opens_the_doors_of_its_roles() throws Exception {
        String token = token(Map.of("roles", List.of("offline_access", "auditor")));
        assertThat(status("/api/v1/claims", token)).isEqualTo(200);
        assertThat(status("/audit", token)).isEqualTo(200);
        assertThat(status("/api/v1/lists/exceptions", token)).isEqualTo(403);
    }

    @Test
    void a_token_the_product_could_have_made_itself_opens_nothing() {
        String own = TokenMint.openOrCreate(data.resolve("elsewhere"), issuer)
                .mint(Role.AUDITOR, Map.of(), Duration.ofHours(1));
        assertThat(status("/api/v1/claims", own)).isEqualTo(401);
    }

    @Test
    void the_product_is_no_issuer_and_makes_no_key() {
        assertThat(ledger.getBeanProvider(RegisteredClientRepository.class).getIfAvailable())
                .isNull();
        assertThat(ledger.getBeanProvider(UserDetailsService.class).getIfAvailable())
                .isNull();
        assertThat(data.resolve("issuer")).doesNotExist();
    }

    @Test
    void there_is_no_login_to_be_sent_to() {
        assertThat(status("/audit", "")).isEqualTo(401);
    }

    @Test
    void the_public_check_answers_a_stranger_at_a_limited_pace() {
        List<Integer> answers = Stream.generate(() -> status("/api/v1/public/devices/1", ""))
                .limit(30)
                .toList();
        assertThat(answers)
                .startsWith(200, 200, 200, 200, 200, 200, 200, 200, 200, 200)
                .contains(429);
    }

    private static int status(String address, String token) {
        String port = ledger.getEnvironment().getRequiredProperty("local.server.port");
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + address))
                .header("Accept", "text/html");
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        try {
            return HttpClient.newHttpClient()
                    .send(request.build(), BodyHandlers.ofString())
                    .statusCode();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String token(Map<String, Object> realmAccess) throws Exception {
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("organisation").build(),
                new JWTClaimsSet.Builder()
                        .issuer(issuer)
                        .audience("ledger")
                        .subject("a.b")
                        .claim("realm_access", realmAccess)
                        .expirationTime(Date.from(Instant.now().plus(Duration.ofMinutes(5))))
                        .build());
        token.sign(new RSASSASigner(key));
        return token.serialize();
    }

    private static void answers(String address, String json) {
        organisation.createContext(address, exchange -> {
            byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
    }
}
