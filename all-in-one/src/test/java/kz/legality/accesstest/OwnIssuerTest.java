package kz.legality.accesstest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import kz.legality.door.access.Role;
import kz.legality.door.access.issuer.Account;
import kz.legality.door.access.issuer.Accounts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class OwnIssuerTest extends Server {
    private static final Pattern FORM_TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    @Test
    void the_issuer_describes_itself_where_openid_connect_looks() {
        JsonNode description = json(answer(ask("GET", "/.well-known/openid-configuration")));
        assertThat(description.get("issuer").stringValue()).isEqualTo(ISSUER);
        assertThat(description.get("token_endpoint").stringValue()).isEqualTo(ISSUER + "/oauth2/token");
        assertThat(description.get("jwks_uri").stringValue()).isEqualTo(ISSUER + "/oauth2/jwks");
    }

    @Test
    void the_published_keys_hold_no_private_part() {
        HttpResponse<String> keys = answer(ask("GET", "/oauth2/jwks"));
        assertThat(json(keys).get("keys")).hasSize(1);
        assertThat(keys.body()).doesNotContain("\"d\"").doesNotContain("\"p\"");
    }

    @Test
    void a_machine_fetches_a_token_with_its_secret_and_opens_its_doors() {
        JsonNode given = json(fetch(client(Role.OPERATOR), "grant_type=client_credentials&scope=n5g-eir-eic"));
        String token = given.get("access_token").stringValue();
        assertThat(given.get("token_type").stringValue()).isEqualTo("Bearer");
        assertThat(given.get("expires_in").intValue()).isBetween(3590, 3600);
        assertThat(answer(ask("GET", "/api/v1/lists/black", token)).statusCode())
                .isEqualTo(200);
        assertThat(answer(ask("GET", "/n5g-eir-eic/v1/equipment-status", token)).statusCode())
                .isEqualTo(200);
        assertThat(answer(ask("GET", "/api/v1/claims", token)).statusCode()).isEqualTo(403);
    }

    @Test
    void a_token_carries_the_claims_of_its_account() {
        String token = json(fetch(client(Role.OPERATOR), "grant_type=client_credentials"))
                .get("access_token")
                .stringValue();
        JsonNode body = JsonMapper.shared().readTree(Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]));
        assertThat(body.get("roles").toString()).isEqualTo("[\"OPERATOR\"]");
        assertThat(body.get("operator").stringValue()).isEqualTo("operator");
        assertThat(body.get("aud").toString()).contains("legality-ledger");
        assertThat(body.get("sub").stringValue()).isEqualTo("operator");
    }

    @Test
    void a_wrong_secret_fetches_nothing() {
        Account operator = client(Role.OPERATOR);
        Account forged = new Account(operator.name(), "guessed", operator.role(), Map.of());
        assertThat(fetch(forged, "grant_type=client_credentials").statusCode()).isEqualTo(401);
        Account unknown = new Account("nobody", "guessed", Role.ADMIN, Map.of());
        assertThat(fetch(unknown, "grant_type=client_credentials").statusCode()).isEqualTo(401);
    }

    @Test
    void a_client_is_given_no_scope_it_was_not_registered_for() {
        assertThat(fetch(client(Role.AUDITOR), "grant_type=client_credentials&scope=n5g-eir-eic")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void every_secret_is_readable_by_the_owner_of_the_files_alone() throws Exception {
        accounts();
        Path directory = DATA.resolve("issuer");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory)))
                .isEqualTo("rwx------");
        try (var files = Files.list(directory)) {
            List<Path> kept = files.toList();
            assertThat(kept)
                    .extracting(file -> file.getFileName().toString())
                    .contains("key.json", "clients.json", "logins.json", "address");
            for (Path file : kept) {
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                        .as(file.toString())
                        .isEqualTo("rw-------");
            }
        }
    }

    @Test
    void a_program_on_a_persons_machine_gets_a_token_by_code_and_proof() throws Exception {
        HttpClient browser = browser();
        String verifier = "a-verifier-of-at-least-forty-three-characters-0123456789";
        String authorize = "/oauth2/authorize?response_type=code&client_id=ledger-pages&scope=openid&state=s"
                + "&redirect_uri=" + URLEncoder.encode("http://127.0.0.1:5555/callback", UTF_8)
                + "&code_challenge_method=S256&code_challenge=" + s256(verifier);

        // when asked without a login, the browser is sent to the login page, and after it back
        HttpResponse<String> sent = answer(browser, ask("GET", authorize).header("Accept", "text/html"));
        assertThat(sent.statusCode()).isEqualTo(302);
        assertThat(location(sent)).endsWith("/login");
        assertThat(logIn(browser, Role.AUDITOR).statusCode()).isEqualTo(302);
        HttpResponse<String> back = answer(browser, ask("GET", authorize).header("Accept", "text/html"));

        // then the code comes to the program, which exchanges it
        assertThat(location(back)).startsWith("http://127.0.0.1:5555/callback?code=");
        String code = location(back).replaceAll(".*[?&]code=([^&]+).*", "$1");
        String exchange = "grant_type=authorization_code&client_id=ledger-pages&code=" + code + "&redirect_uri="
                + URLEncoder.encode("http://127.0.0.1:5555/callback", UTF_8) + "&code_verifier=";
        HttpResponse<String> given = answer(form("/oauth2/token", exchange + verifier));
        assertThat(given.statusCode()).as(given.body()).isEqualTo(200);
        String access = json(given).get("access_token").stringValue();
        assertThat(answer(ask("GET", "/api/v1/claims", access)).statusCode()).isEqualTo(200);

        // and the ID token, which is signed by the same key, opens nothing
        String id = json(given).get("id_token").stringValue();
        assertThat(answer(ask("GET", "/api/v1/claims", id)).statusCode()).isEqualTo(401);

        // and the code holds once
        assertThat(answer(form("/oauth2/token", exchange + verifier)).statusCode())
                .isEqualTo(400);
    }

    @Test
    void a_code_is_not_given_without_the_promise_of_a_proof() {
        HttpClient browser = browser();
        logIn(browser, Role.AUDITOR);
        HttpResponse<String> back = answer(
                browser,
                ask(
                                "GET",
                                "/oauth2/authorize?response_type=code&client_id=ledger-pages&scope=openid&state=s"
                                        + "&redirect_uri="
                                        + URLEncoder.encode("http://127.0.0.1:5555/callback", UTF_8))
                        .header("Accept", "text/html"));
        assertThat(location(back)).contains("error=invalid_request").doesNotContain("code=");
    }

    @Test
    void a_code_is_sent_to_no_address_that_was_not_registered() {
        HttpClient browser = browser();
        logIn(browser, Role.AUDITOR);
        HttpResponse<String> refused = answer(
                browser,
                ask(
                                "GET",
                                "/oauth2/authorize?response_type=code&client_id=ledger-pages&scope=openid"
                                        + "&code_challenge_method=S256&code_challenge=x&redirect_uri="
                                        + URLEncoder.encode("http://thief.example/callback", UTF_8))
                        .header("Accept", "text/html"));
        assertThat(refused.statusCode()).isEqualTo(400);
    }

    @Test
    void a_person_logs_in_and_sees_the_pages_of_his_role_and_no_other() {
        HttpClient browser = browser();
        HttpResponse<String> before = answer(browser, ask("GET", "/audit").header("Accept", "text/html"));
        assertThat(before.statusCode()).isEqualTo(302);
        assertThat(location(before)).endsWith("/login");

        assertThat(location(logIn(browser, Role.AUDITOR))).contains("/audit");
        assertThat(answer(browser, ask("GET", "/audit")).statusCode()).isEqualTo(200);
        assertThat(answer(browser, ask("GET", "/court")).statusCode()).isEqualTo(403);
    }

    @Test
    void a_session_opens_pages_and_no_machines_door() {
        HttpClient browser = browser();
        logIn(browser, Role.AUDITOR);
        assertThat(answer(browser, ask("GET", "/api/v1/claims")).statusCode()).isEqualTo(401);
    }

    @Test
    void a_form_that_is_not_from_our_own_page_is_refused() {
        HttpClient browser = browser();
        logIn(browser, Role.AUDITOR);
        HttpResponse<String> refused = answer(browser, ask("POST", "/audit/findings/f1"));
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(contentType(refused)).startsWith("application/problem+json");
        assertThat(answer(ask("POST", "/audit/findings/f1", token(Role.AUDITOR)).header("Sec-Fetch-Site", "cross-site"))
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void the_login_page_obeys_its_own_content_policy() {
        String page = answer(ask("GET", "/login").header("Accept", "text/html")).body();
        assertThat(page)
                .contains("<form")
                .doesNotContain("<style")
                .doesNotContain("<script")
                .doesNotContain("style=");
    }

    @ParameterizedTest
    @CsvSource({
        "AUDITOR, /audit",
        "COURT, /court",
        "OPERATOR, /operator",
        "REGULATOR, /policy",
        "CUSTOMS, /files",
        "CITIZEN, /"
    })
    void a_login_leads_to_where_the_work_of_its_role_begins(Role role, String begins) {
        assertThat(location(logIn(browser(), role))).endsWith(begins);
    }

    @Test
    void the_login_page_is_read_in_the_language_of_the_browser() {
        assertThat(answer(ask("GET", "/login?error")
                                .header("Accept", "text/html")
                                .header("Accept-Language", "ru"))
                        .body())
                .contains("Имя или пароль неверны.", "lang=\"ru\"")
                .doesNotContain("??");
    }

    @Test
    void a_wrong_password_is_sent_back_to_the_login() {
        HttpClient browser = browser();
        assertThat(location(logIn(browser, "auditor", "guessed"))).endsWith("/login?error");
        assertThat(location(logIn(browser, "nobody", "guessed"))).endsWith("/login?error");
    }

    @Test
    void an_address_no_page_has_is_refused_at_once_and_not_by_a_login() {
        assertThat(answer(ask("GET", "/admin").header("Accept", "text/html")).statusCode())
                .isEqualTo(401);
    }

    @Test
    void the_session_cookie_is_hidden_from_scripts_and_stays_on_this_site() {
        HttpResponse<String> page = answer(ask("GET", "/login").header("Accept", "text/html"));
        String cookies = page.headers().allValues("Set-Cookie").stream().collect(Collectors.joining("\n"));
        assertThat(cookies).contains("JSESSIONID").contains("HttpOnly").contains("SameSite=Lax");
    }

    private HttpResponse<String> logIn(HttpClient browser, Role role) {
        Account login = accounts().logins().stream()
                .filter(one -> one.role() == role)
                .findFirst()
                .orElseThrow();
        return logIn(browser, login.name(), login.secret());
    }

    private HttpResponse<String> logIn(HttpClient browser, String name, String password) {
        String page = answer(browser, ask("GET", "/login").header("Accept", "text/html"))
                .body();
        Matcher token = FORM_TOKEN.matcher(page);
        assertThat(token.find()).as(page).isTrue();
        return answer(
                browser,
                form(
                        "/login",
                        "username=" + name + "&password=" + password + "&_csrf="
                                + URLEncoder.encode(token.group(1), UTF_8)));
    }

    private HttpResponse<String> fetch(Account client, String body) {
        String basic = Base64.getEncoder().encodeToString((client.name() + ":" + client.secret()).getBytes(UTF_8));
        return answer(form("/oauth2/token", body).header("Authorization", "Basic " + basic));
    }

    private HttpRequest.Builder form(String address, String body) {
        return HttpRequest.newBuilder(at(address))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body));
    }

    private static Accounts accounts() {
        return Accounts.openOrCreate(DATA.resolve("issuer"), Map.of());
    }

    private static Account client(Role role) {
        return accounts().clients().stream()
                .filter(one -> one.role() == role)
                .findFirst()
                .orElseThrow();
    }

    private static HttpClient browser() {
        return HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    }

    private static String location(HttpResponse<?> answer) {
        return URI.create(answer.headers().firstValue("Location").orElseThrow()).toString();
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return JsonMapper.shared().readTree(answer.body());
    }

    private static String s256(String verifier) throws Exception {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(UTF_8)));
    }
}
