package kz.legality.accesstest;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import kz.legality.door.access.Role;
import kz.legality.door.access.issuer.TokenMint;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class TokensAtTheDoorTest extends Server {
    private static final String DOOR = "/api/v1/claims";

    @Test
    void a_token_made_without_the_server_opens_its_doors() {
        assertThat(answer(ask("GET", DOOR, token(Role.AUDITOR))).statusCode()).isEqualTo(200);
    }

    @Test
    void a_token_signed_by_another_key_opens_nothing() throws Exception {
        RSAKey forgers = new RSAKeyGenerator(2048).keyID(key().getKeyID()).generate();
        assertRefused(signed(claims().build(), forgers));
    }

    @Test
    void a_token_that_has_expired_opens_nothing() throws Exception {
        JWTClaimsSet expired = claims().expirationTime(Date.from(Instant.now().minus(Duration.ofMinutes(5))))
                .build();
        assertRefused(signed(expired, key()));
    }

    @Test
    void a_token_that_begins_tomorrow_opens_nothing_today() throws Exception {
        JWTClaimsSet early = claims().notBeforeTime(Date.from(Instant.now().plus(Duration.ofDays(1))))
                .build();
        assertRefused(signed(early, key()));
    }

    @Test
    void a_token_without_a_signature_opens_nothing() {
        assertRefused(new PlainJWT(claims().build()).serialize());
    }

    @Test
    void the_public_key_taken_for_a_shared_secret_opens_nothing() throws Exception {
        JWSSigner confused = new MACSigner(key().toRSAPublicKey().getEncoded());
        SignedJWT token = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims().build());
        token.sign(confused);
        assertRefused(token.serialize());
    }

    @Test
    void a_token_of_this_issuer_that_was_meant_for_somebody_else_opens_nothing() throws Exception {
        assertRefused(signed(claims().audience("ledger-pages").build(), key()));
    }

    @Test
    void a_token_of_another_issuer_opens_nothing_even_under_our_key() throws Exception {
        assertRefused(signed(claims().issuer("http://elsewhere.example").build(), key()));
    }

    @Test
    void a_token_that_is_none_opens_nothing() {
        assertRefused("nonsense");
        assertRefused(token(Role.AUDITOR) + "x");
    }

    @Test
    void a_token_without_any_known_role_opens_only_what_is_public() throws Exception {
        String token = signed(claims().claim("roles", List.of("EMPEROR")).build(), key());
        assertThat(answer(ask("GET", DOOR, token)).statusCode()).isEqualTo(403);
        assertThat(answer(ask("GET", "/api/v1/public/devices/1", token)).statusCode())
                .isEqualTo(200);
    }

    @Test
    void a_network_core_asks_for_equipment_by_scope_alone() throws Exception {
        String token = signed(
                claims().claim("roles", List.of()).claim("scope", "n5g-eir-eic").build(), key());
        assertThat(answer(ask("GET", "/n5g-eir-eic/v1/equipment-status", token)).statusCode())
                .isEqualTo(200);
        assertThat(answer(ask("GET", "/api/v1/lists/black", token)).statusCode())
                .isEqualTo(403);
    }

    @Test
    void a_token_in_the_address_is_not_looked_at() {
        assertThat(answer(ask("GET", DOOR + "?access_token=" + token(Role.AUDITOR)))
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void without_a_token_the_answer_is_a_problem_and_a_challenge() {
        HttpResponse<String> answer = answer(ask("GET", DOOR));
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().allValues("WWW-Authenticate")).containsExactly("Bearer realm=\"legality-ledger\"");
        assertProblem(answer, "urn:legality:refusal:token-missing", "Unauthorized", 401);
    }

    @Test
    void the_wrong_role_is_answered_with_a_problem() {
        HttpResponse<String> answer = answer(ask("GET", DOOR, token(Role.CITIZEN)));
        assertThat(answer.statusCode()).isEqualTo(403);
        assertProblem(answer, "urn:legality:refusal:not-open", "Forbidden", 403);
    }

    @Test
    void a_bearer_call_leaves_no_session() {
        assertThat(answer(ask("GET", DOOR, token(Role.AUDITOR))).headers().allValues("Set-Cookie"))
                .isEmpty();
    }

    private void assertRefused(String token) {
        HttpResponse<String> answer = answer(ask("GET", DOOR, token));
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().allValues("WWW-Authenticate"))
                .containsExactly("Bearer realm=\"legality-ledger\", error=\"invalid_token\"");
        assertProblem(answer, "urn:legality:refusal:token-invalid", "Unauthorized", 401);
    }

    private static void assertProblem(HttpResponse<String> answer, String type, String title, int status) {
        assertThat(contentType(answer)).startsWith("application/problem+json");
        JsonNode problem = JsonMapper.shared().readTree(answer.body());
        assertThat(problem.propertyNames()).containsExactlyInAnyOrder("type", "title", "status", "detail", "code");
        assertThat(problem.get("type").stringValue()).isEqualTo(type);
        assertThat(problem.get("title").stringValue()).isEqualTo(title);
        assertThat(problem.get("status").intValue()).isEqualTo(status);
        assertThat(problem.get("detail").stringValue()).isNotBlank();
    }

    private static JWTClaimsSet.Builder claims() {
        return new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .audience(TokenMint.AUDIENCE)
                .subject("somebody")
                .claim("roles", List.of("AUDITOR"))
                .expirationTime(Date.from(Instant.now().plus(Duration.ofHours(1))));
    }

    private static RSAKey key() throws Exception {
        TokenMint.openOrCreate(DATA.resolve("issuer"), ISSUER).mint(Role.ADMIN, Map.of(), Duration.ofHours(1));
        return RSAKey.parse(Files.readString(DATA.resolve("issuer/key.json")));
    }

    private static String signed(JWTClaimsSet claims, RSAKey key) throws Exception {
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(), claims);
        token.sign(new RSASSASigner(key));
        return token.serialize();
    }
}
