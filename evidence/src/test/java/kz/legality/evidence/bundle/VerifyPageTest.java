package kz.legality.evidence.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import kz.legality.evidence.proof.StoredZip;
import kz.legality.evidence.report.Reports;
import kz.legality.evidence.verifier.BundleCheck;
import kz.legality.evidence.verifier.Trust;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code verify.html} as it lies in a bundle, run by a browser; skipped where there is none. */
class VerifyPageTest {
    private static final List<String> BROWSERS = List.of("chromium", "chromium-browser", "google-chrome");

    private static final String DRIVER = """
        <script>(async () => {
          const given = new Uint8Array(await (await fetch('/bundle')).arrayBuffer());
          shown = await verify(given, '{key}');
          for (lang of ['kk', 'ru', 'en']) { show(); await fetch('/shown?' + lang, {method: 'POST', body: $('out').innerHTML}); }
        })();</script>\
        """;

    @TempDir
    private Path directory;

    private TrueBundle ledger;
    private byte[] bundle;

    @BeforeEach
    void prepare() throws IOException {
        ledger = new TrueBundle(directory, 60, 10, 3);
        ledger.papers = content -> Papers.unsigned(Reports.of(content, null));
        bundle = ledger.bundleOf(TrueBundle.imei(1), "99999999999999");
    }

    @AfterEach
    void put() {
        ledger.close();
    }

    /**
     * What stands on the page, once for each language, after it was given a bundle and the log's key. The page is served from
     * here with a script behind it that does what a person would, and sends what it then shows.
     */
    private Map<String, String> shown(byte[] given) throws Exception {
        String page = new String(StoredZip.read(bundle).get("verify.html"), StandardCharsets.UTF_8);
        String driven = page.replaceFirst("<meta http-equiv=\"Content-Security-Policy\"[^>]*>", "")
                .replace(
                        "</body>",
                        DRIVER.replace("{key}", ledger.keys.signer().verifier().text()) + "</body>");
        assertThat(page).contains("default-src 'none'");
        Map<String, String> answers = new ConcurrentHashMap<>();
        CountDownLatch due = new CountDownLatch(3);
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/page", exchange -> answer(exchange, driven.getBytes(StandardCharsets.UTF_8)));
        server.createContext("/bundle", exchange -> answer(exchange, given));
        server.createContext("/shown", exchange -> {
            String language = exchange.getRequestURI().getQuery();
            answers.put(language, new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            answer(exchange, new byte[0]);
            due.countDown();
        });
        server.start();
        Process process = browser("http://127.0.0.1:" + server.getAddress().getPort() + "/page");
        try {
            assertThat(due.await(3, TimeUnit.MINUTES)).as("the browser answers").isTrue();
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly().waitFor();
            server.stop(0);
        }
        return answers;
    }

    private static void answer(HttpExchange exchange, byte[] body) throws IOException {
        try (exchange) {
            exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
            exchange.sendResponseHeaders(200, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private Process browser(String address) throws IOException {
        String browser = BROWSERS.stream()
                .filter(VerifyPageTest::isThere)
                .findFirst()
                .orElseGet(() -> abort("SKIPPED: there is no browser here"));
        // Not a directory that JUnit clears away: the browser may write to it until it is quite gone.
        Path home = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "browser");
        return new ProcessBuilder(
                        browser,
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-quic",
                        "--no-first-run",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync",
                        "--user-data-dir=" + home,
                        address)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static boolean isThere(String program) {
        return Stream.of(Optional.ofNullable(System.getenv("PATH")).orElse("").split(java.io.File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    @Test
    void it_finds_a_true_bundle_good_in_each_language() throws Exception {
        assertThat(BundleCheck.of(bundle, Trust.inLog(ledger.keys.signer().verifier()))
                        .holds())
                .isTrue();
        Map<String, String> shown = shown(bundle);
        assertThat(shown.get("en"))
                .contains("All checks hold.", "Imported (customs declaration)", "no event at all is in the log")
                .doesNotContain("class=\"FAIL\"");
        assertThat(shown.get("ru"))
                .contains("Все проверки выполнены.", "Ввоз (таможенная декларация)")
                .doesNotContain("PASS<", "files<", "Device");
        assertThat(shown.get("kk"))
                .contains("Барлық тексеру орындалды.", "Әкеліну (кедендік декларация)")
                .doesNotContain("PASS<", "files<", "Device");
    }

    @Test
    void it_names_the_check_that_a_tampered_bundle_fails() throws Exception {
        Map<String, byte[]> files = StoredZip.read(bundle);
        String event = files.keySet().stream()
                .filter(name -> name.startsWith("events/"))
                .findFirst()
                .orElseThrow();
        Objects.requireNonNull(files.get(event))[10] ^= 1;
        assertThat(shown(StoredZip.write(files)).get("ru"))
                .contains("файл " + event + " изменён", "Журнал говорит не это")
                .doesNotContain("Все проверки выполнены.");
    }
}
