package kz.legality.door;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import kz.legality.door.access.Role;
import kz.legality.door.access.issuer.Account;
import kz.legality.door.access.issuer.Accounts;
import kz.legality.evidence.proof.VerifierKey;
import kz.legality.evidence.verifier.BundleCheck;
import kz.legality.evidence.verifier.Trust;
import kz.legality.sample.Rows;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A court at its pages, logged in as a person is: by a form and a cookie, without a token of its own. */
class CourtPagesTest {
    private static final Pattern FORM_TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private static OpenDoors doors;
    private static Account court;

    private final HttpClient browser =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private final Map<String, String> entered = new LinkedHashMap<>();

    @BeforeAll
    static void open(@TempDir Path directory) {
        doors = OpenDoors.on(directory);
        doors.feed("customs-imports", Rows.IMPORTS + Rows.imported(1));
        court = Accounts.openOrCreate(directory.resolve("issuer"), Map.of()).logins().stream()
                .filter(login -> login.role() == Role.COURT)
                .findFirst()
                .orElseThrow();
    }

    @AfterAll
    static void close() {
        doors.close();
    }

    @BeforeEach
    void logIn() throws Exception {
        assertThat(send("/login", Map.of("username", court.name(), "password", court.secret()), "/login")
                        .statusCode())
                .isEqualTo(302);
        entered.put("case", "7119-26/17");
        entered.put("orderHash", "0a".repeat(32));
        entered.put("legalBasis", "article 73");
        entered.put("imeis", Rows.imei(1));
    }

    private HttpResponse<String> get(String address) throws Exception {
        return answer(doors.ask(address));
    }

    private HttpResponse<String> answer(HttpRequest.Builder request) throws IOException, InterruptedException {
        return browser.send(request.header("Accept", "text/html").build(), BodyHandlers.ofString());
    }

    /** Sends a form with the token that the page it stands on has. */
    private HttpResponse<String> send(String address, Map<String, String> fields, String page) throws Exception {
        Matcher token = FORM_TOKEN.matcher(get(page).body());
        assertThat(token.find())
                .as("the form of %s has the session's token", page)
                .isTrue();
        String form = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
        return answer(doors.ask(address)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form + "&_csrf=" + URLEncoder.encode(token.group(1), UTF_8))));
    }

    private String issued(String address) throws Exception {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        String page = get(address).body();
        while (page.contains("http-equiv=\"refresh\"") && System.nanoTime() < deadline) {
            Thread.sleep(100);
            page = get(address).body();
        }
        return page;
    }

    @Test
    void a_court_asks_for_evidence_by_its_form_checks_it_and_takes_it() throws Exception {
        HttpResponse<String> asked = send("/court", entered, "/court?lang=en");
        assertThat(asked.statusCode()).as(asked.body()).isEqualTo(302);
        URI bundle = URI.create(asked.headers().firstValue("Location").orElseThrow());
        String address = bundle.getRawPath() + "?" + bundle.getRawQuery();
        assertThat(issued(address))
                .contains("issued", "Nobody yet.", Rows.imei(1).substring(0, 14));

        assertThat(get(address + "&check=true&lang=kk").body())
                .contains("Барлық тексеру орындалды.", "Тізімдемеге журнал кілтімен қол қойылған")
                .doesNotContain("??", "PASS<", "SKIPPED<");
        assertThat(get(address + "&check=true&lang=ru").body())
                .contains("Все проверки выполнены.")
                .doesNotContain("??", "PASS<", "SKIPPED<");

        HttpResponse<byte[]> file = browser.send(
                doors.ask(bundle.getRawPath() + "/file?" + bundle.getRawQuery()).build(), BodyHandlers.ofByteArray());
        VerifierKey key =
                VerifierKey.parse(doors.ledger().evidence().orElseThrow().log().verifierKey());
        assertThat(BundleCheck.of(file.body(), Trust.inLog(key)).holds()).isTrue();
        assertThat(get(address).body()).contains(court.name()).doesNotContain("Пока никто");
    }

    @Test
    void what_was_mistyped_comes_back_with_what_is_wrong_beside_it() throws Exception {
        entered.put("imeis", Rows.imei(1) + "\n351840000046834");
        HttpResponse<String> imei = send("/court", entered, "/court?lang=en");
        assertThat(imei.statusCode()).isEqualTo(400);
        assertThat(imei.body())
                .contains("351840000046834 is no IMEI", "aria-describedby=\"fault\"", "value=\"7119-26/17\"");

        entered.put("imeis", Rows.imei(1));
        entered.put("asOf", "yesterday");
        HttpResponse<String> moment = send("/court", entered, "/court?lang=ru");
        assertThat(moment.statusCode()).isEqualTo(400);
        assertThat(moment.body()).contains("Момент - это дата", "value=\"yesterday\"");
    }
}
