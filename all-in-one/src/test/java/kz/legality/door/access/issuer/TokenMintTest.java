package kz.legality.door.access.issuer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kz.legality.door.access.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokenMintTest {
    private static final String URL = "http://127.0.0.1:8080";
    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

    @TempDir
    Path data;

    @Test
    void a_token_says_who_may_do_what_for_how_long() throws Exception {
        TokenMint mint = TokenMint.openOrCreate(issuer(), URL, Clock.fixed(NOW, ZoneOffset.UTC));
        JWTClaimsSet token =
                read(mint.mint(Role.COURT, Map.of("case", "2-17/2026", "sub", "clerk"), Duration.ofHours(8)));
        assertThat(token.getIssuer()).isEqualTo(URL);
        assertThat(token.getAudience()).containsExactly("legality-ledger");
        assertThat(token.getSubject()).isEqualTo("clerk");
        assertThat(token.getStringListClaim("roles")).containsExactly("COURT");
        assertThat(token.getStringClaim("case")).isEqualTo("2-17/2026");
        assertThat(token.getExpirationTime().toInstant()).isEqualTo(NOW.plus(Duration.ofHours(8)));
    }

    @Test
    void the_key_is_made_once_and_readable_by_its_owner_alone() throws Exception {
        mint().mint(Role.ADMIN, Map.of(), Duration.ofHours(1));
        String key = Files.readString(issuer().resolve("key.json"));
        mint().mint(Role.ADMIN, Map.of(), Duration.ofHours(1));
        assertThat(Files.readString(issuer().resolve("key.json"))).isEqualTo(key);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(issuer().resolve("key.json"))))
                .isEqualTo("rw-------");
    }

    @Test
    void processes_that_come_to_an_empty_directory_at_once_agree_on_the_key_and_the_address() throws Exception {
        List<Process> processes = new ArrayList<>();
        for (int number = 0; number < 3; number++) {
            processes.add(new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-XX:TieredStopAtLevel=1",
                            "-cp",
                            System.getProperty("java.class.path"),
                            MintInAnotherProcess.class.getName(),
                            issuer().toString(),
                            "http://127.0.0.1:" + (9000 + number))
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start());
        }
        Set<String> issuers = new HashSet<>();
        for (Process process : processes) {
            String token = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor()).isZero();
            issuers.add(read(token).getIssuer());
        }
        assertThat(issuers).hasSize(1);
    }

    @Test
    void threads_that_come_to_an_empty_directory_at_once_agree_too() throws Exception {
        List<String> tokens = Collections.synchronizedList(new ArrayList<>());
        List<Thread> threads = new ArrayList<>();
        for (int number = 0; number < 8; number++) {
            threads.add(Thread.ofPlatform()
                    .start(() -> tokens.add(mint().mint(Role.ADMIN, Map.of(), Duration.ofHours(1)))));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(tokens).hasSize(8);
        for (String token : tokens) {
            read(token);
        }
    }

    @Test
    void a_server_that_moved_signs_under_its_new_address_and_remembers_the_old() {
        IssuerDirectory directory = IssuerDirectory.openOrCreate(issuer());
        IssuerAddress.openOrCreate(directory, URL);
        assertThat(IssuerAddress.openOrCreate(directory, "http://127.0.0.1:9090")
                        .current())
                .isEqualTo(URL);
        IssuerAddress moved = IssuerAddress.movedTo(directory, "http://127.0.0.1:9090");
        assertThat(moved.known()).containsExactly("http://127.0.0.1:9090", URL);
        for (int port = 1; port < 20; port++) {
            IssuerAddress.movedTo(directory, "http://127.0.0.1:" + port);
        }
        assertThat(IssuerAddress.openOrCreate(directory, URL).known())
                .hasSize(8)
                .startsWith("http://127.0.0.1:19");
    }

    @Test
    void a_claim_nobody_reads_is_refused() {
        assertThatThrownBy(() -> mint().mint(Role.CITIZEN, Map.of("iin", "1"), Duration.ofHours(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'iin'");
        assertThatThrownBy(() -> mint().mint(Role.AUDITOR, Map.of("roles", "COURT"), Duration.ofHours(1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_token_holds_neither_for_no_time_nor_for_ever() {
        assertThatThrownBy(() -> mint().mint(Role.ADMIN, Map.of(), Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> mint().mint(Role.ADMIN, Map.of(), Duration.ofDays(367)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void an_account_shows_its_secret_to_no_log() {
        Accounts accounts = Accounts.openOrCreate(issuer(), Map.of(Role.OPERATOR, Map.of("operator", "steppe")));
        String secret = accounts.logins().getFirst().secret();
        assertThat(accounts.toString()).doesNotContain(secret);
        assertThat(accounts.clients())
                .filteredOn(account -> account.role() == Role.OPERATOR)
                .allMatch(account -> account.claims().equals(Map.of("operator", "steppe")));
        assertThat(Accounts.openOrCreate(issuer(), Map.of())).isEqualTo(accounts);
    }

    @Test
    void a_file_of_accounts_that_cannot_be_read_is_named_without_its_secrets() throws Exception {
        Accounts.openOrCreate(issuer(), Map.of());
        Files.writeString(issuer().resolve("logins.json"), "[{\"secret\": \"hush\", ]");
        assertThatThrownBy(() -> Accounts.openOrCreate(issuer(), Map.of()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("logins.json")
                .hasMessageNotContaining("hush")
                .hasNoCause();
    }

    private Path issuer() {
        return data.resolve("issuer");
    }

    private TokenMint mint() {
        return TokenMint.openOrCreate(issuer(), URL);
    }

    private JWTClaimsSet read(String token) throws Exception {
        RSAKey key = RSAKey.parse(Files.readString(issuer().resolve("key.json")));
        SignedJWT signed = SignedJWT.parse(token);
        assertThat(signed.verify(new RSASSAVerifier(key.toPublicJWK()))).isTrue();
        return signed.getJWTClaimsSet();
    }
}
