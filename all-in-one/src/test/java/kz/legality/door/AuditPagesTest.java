package kz.legality.door;

import static kz.legality.door.OpenDoors.header;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;
import javax.xml.parsers.DocumentBuilderFactory;
import kz.legality.device.Standing;
import kz.legality.door.access.Role;
import kz.legality.policy.Policy;
import kz.legality.rule.About;
import kz.legality.rule.RuleBook;
import kz.legality.rule.RuleTerms;
import kz.legality.sample.Rows;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xml.sax.InputSource;

/**
 * Phones 1 to 120 were imported and, as customs was told, exported; 101 to 104 were registered at home afterwards. Claim
 * 300/2025-7 asks the VAT of them back, claim -8 that of ten phones of another company, of which nothing is known.
 */
class AuditPagesTest {
    private static final String GHOSTS = "300/2025-7";
    private static final String HONEST = "-8";
    private static final Pattern FINDING = Pattern.compile("/audit/findings/([0-9a-f]+)");
    private static final Pattern EVENT = Pattern.compile("/audit/events/([0-9]+)");

    private static OpenDoors doors;

    @BeforeAll
    static void open(@TempDir Path directory) {
        doors = OpenDoors.on(directory);
        StringBuilder imports = new StringBuilder(Rows.IMPORTS);
        StringBuilder exports = new StringBuilder(Rows.EXPORTS);
        for (int n = 1; n <= 120; n++) {
            imports.append(Rows.imported(n));
            exports.append(Rows.exported(n));
        }
        for (int n = 201; n <= 210; n++) {
            imports.append(Rows.imported(n));
            exports.append(Rows.exported(n).replace("0000002,1", "0000009,1").replace(Rows.OTHER_BIN, Rows.BIN));
        }
        StringBuilder registrations = new StringBuilder(Rows.REGISTRATIONS);
        for (int n = 101; n <= 104; n++) {
            registrations.append(Rows.registered(n, n - 100).replace("2025-05-01", "2025-07-20"));
        }
        doors.feed("gsma-tac", Rows.allocated());
        doors.feed("customs-imports", imports.toString());
        doors.feed("customs-exports", exports.toString());
        doors.feed("registrations", registrations.toString());
        doors.feed(
                "refund-claims",
                "claim,period,claimant_bin,filed_at,declaration,item,vat_tiyn,replaces\n"
                        + GHOSTS + ",2025-Q2," + Rows.OTHER_BIN
                        + ",2025-07-12T12:00:00+05:00,50402/100325/0000002,1,216000000,\n"
                        + HONEST + ",2025-Q2," + Rows.BIN
                        + ",2025-07-12T12:00:00+05:00,50402/100325/0000009,1,18000000,\n");
        judged();
    }

    @AfterAll
    static void close() {
        doors.close();
    }

    @Test
    void cases_stand_by_vat_at_risk_and_a_filter_leaves_the_others_out() {
        String all = page("/audit");
        String ofRule = page("/audit?rule=R1");

        assertThat(all.indexOf(GHOSTS)).isPositive().isLessThan(all.indexOf(">" + HONEST + "<"));
        assertThat(all).contains("2\u202f340\u202f000.00");
        assertThat(ofRule).contains(">" + GHOSTS + "<").doesNotContain(">" + HONEST + "<");
        assertThat(page("/audit?period=2024-Q1")).doesNotContain(">" + GHOSTS + "<");
    }

    @Test
    void a_claim_shows_its_phones_a_page_at_a_time_and_only_those_asked_for() {
        String first = page("/audit/claim?number=" + GHOSTS);
        String next = page("/audit/claim?number=" + GHOSTS + "&from=100");
        String ghosts = page("/audit/claim?number=" + GHOSTS + "&rule=R1");

        assertThat(first).contains(Rows.imei(1), Rows.imei(100)).doesNotContain(Rows.imei(101));
        assertThat(next).contains(Rows.imei(101), Rows.imei(120)).doesNotContain(Rows.imei(100));
        assertThat(ghosts).contains(Rows.imei(102)).doesNotContain(Rows.imei(100), Rows.imei(105));
    }

    @Test
    void a_finding_opens_to_the_events_it_rests_on() {
        String finding = page("/audit/findings/" + findingOf(102));
        Matcher events = EVENT.matcher(finding);
        int opened = 0;
        while (events.find()) {
            assertThat(page(events.group())).contains(Rows.imei(102));
            opened++;
        }
        assertThat(opened).isGreaterThanOrEqualTo(2);
        assertThat(finding).contains("RE_IMPORT");
        String inRussian = page("/audit/findings/" + findingOf(102) + "?lang=ru");
        assertThat(inRussian)
                .contains(
                        "повторный ввоз",
                        "Вывезенный телефон работает",
                        "выехало не позднее",
                        "Вывоз (таможенная декларация)<")
                .doesNotContain("leftBy", ">RE_IMPORT<");
    }

    @Test
    void any_event_opens_by_its_position_and_there_is_none_beyond_the_last() {
        long last = doors.head();

        assertThat(page("/audit/events/0")).contains("<h1>").doesNotContain("??");
        assertThat(page("/audit/events/" + last)).contains(String.valueOf(last));
        assertThat(status("/audit/events/" + (last + 1_000), Map.of())).isEqualTo(404);
        assertThat(status("/audit/events/-1", Map.of())).isEqualTo(404);
    }

    @Test
    void a_dismissed_finding_takes_its_share_from_what_is_at_risk() {
        assertThat(page("/audit/claim?number=" + GHOSTS + "&rule=R1")).contains(Rows.imei(104));
        String id = findingOf(104);

        HttpResponse<String> disposed = doors.answer(doors.ask("/audit/findings/" + id, Role.AUDITOR)
                .header("Accept", "text/html")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("disposition=DISMISSED&reason=seen+by+me")));

        assertThat(disposed.statusCode()).isEqualTo(302);
        assertThat(page("/audit/findings/" + id)).contains("dismissed", "seen by me");
        assertThat(page("/audit/claim?number=" + GHOSTS + "&rule=R1")).doesNotContain(Rows.imei(104));
        assertThat(row(GHOSTS, csv("/audit/export/claims"))).contains(",54000.00,");
    }

    @Test
    void a_word_without_a_reason_is_refused_on_a_page() {
        HttpResponse<String> refused = doors.answer(doors.ask("/audit/findings/" + findingOf(103), Role.AUDITOR)
                .header("Accept", "text/html")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("disposition=CONFIRMED&reason=+")));

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).startsWith("<!DOCTYPE html>").contains("reason");
    }

    @Test
    void an_auditor_sent_to_one_taxpayer_sees_no_other() {
        Map<String, String> sent = Map.of("bin", Rows.BIN);

        assertThat(page("/audit", sent)).contains(">" + HONEST + "<").doesNotContain(GHOSTS);
        assertThat(status("/audit/claim?number=" + GHOSTS, sent)).isEqualTo(404);
        assertThat(status("/audit/export/claim?number=" + GHOSTS, sent)).isEqualTo(404);
        assertThat(status("/audit/companies/" + Rows.OTHER_BIN, sent)).isEqualTo(404);
        assertThat(status("/audit/findings/" + findingOf(103), sent)).isEqualTo(404);
        assertThat(csv("/audit/export/findings", sent)).doesNotContain(Rows.imei(103));
    }

    @Test
    void no_cell_of_an_exported_file_is_a_formula_and_money_adds_up() {
        String claims = csv("/audit/export/claims");
        String devices = csv("/audit/export/claim?number=" + GHOSTS);

        assertThat(row("'" + HONEST, claims)).isEqualTo("'-8," + Rows.BIN + ",2025-Q2,180000.00,0.00,10,,,");
        assertThat(devices.lines()).hasSize(121);
        assertThat(devices.lines().filter(it -> it.contains("IN_QUESTION")))
                .isNotEmpty()
                .allMatch(it -> it.contains(",18000.00,"));
    }

    @Test
    void a_spreadsheet_gets_numbers_where_there_are_numbers(@TempDir Path directory) throws IOException {
        HttpResponse<Path> answer = doors.answer(
                doors.ask("/audit/export/claims?format=xlsx", Role.AUDITOR),
                BodyHandlers.ofFile(directory.resolve("claims.xlsx")));

        String sheet = entry(answer.body(), "xl/worksheets/sheet1.xml");
        assertThat(header(answer, "Content-Disposition")).contains("refund-claims.xlsx");
        assertThat(sheet).contains("<v>2160000.00</v>").doesNotContain("<f>");
    }

    @Test
    void a_companys_goods_are_drawn_and_given_to_graph_tools() throws Exception {
        String page = page("/audit/companies/" + Rows.OTHER_BIN);
        String svg = page.substring(page.indexOf("<svg"), page.indexOf("</svg>") + 6);
        String graph = csv("/audit/export/company-goods?bin=" + Rows.OTHER_BIN);

        assertThat(elements(svg, "rect")).isEqualTo(3);
        assertThat(elements(svg, "path")).isEqualTo(2 + 2);
        assertThat(elements(graph, "edge")).isEqualTo(2);
        assertThat(csv("/audit/export/device-chain?format=json&imei=" + Rows.imei(102)))
                .contains("\"from\":\"" + Rows.BIN + "\"");
    }

    @Test
    void a_device_is_shown_as_of_a_day() {
        String now = page("/audit/devices/" + Rows.imei(102));
        String before = page("/audit/devices/" + Rows.imei(102) + "?asOf=2025-05-01");

        assertThat(now).contains("DeviceExported", "DeviceRegistered", findingOf(102));
        assertThat(before).contains("DeviceImported").doesNotContain("<strong>DeviceExported");
    }

    @Test
    void a_number_that_is_none_is_refused_on_a_page_to_people_and_in_json_to_machines() {
        HttpResponse<String> people = ask("/audit/devices?imei=12", Map.of());
        HttpResponse<String> machines = doors.get("/audit/devices?imei=12", Role.AUDITOR);

        assertThat(people.statusCode()).isEqualTo(400);
        assertThat(people.body()).startsWith("<!DOCTYPE html>");
        assertThat(machines.statusCode()).isEqualTo(400);
        assertThat(machines.body()).startsWith("{\"type\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"kk", "ru", "en"})
    void every_page_speaks_three_languages_and_needs_no_script(String language) {
        for (String address : new String[] {
            "/audit?x=",
            "/audit/claim?number=" + GHOSTS,
            "/audit/findings?rule=R1",
            "/audit/findings/" + findingOf(102) + "?x=",
            "/audit/companies/" + Rows.OTHER_BIN + "?x=",
            "/audit/devices/" + Rows.imei(102) + "?x=",
            "/audit/events/3?x="
        }) {
            String page = page(address + "&lang=" + language);
            assertThat(page).as(address).contains("lang=\"" + language + "\"").doesNotContain("??", "<script");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "AUDITOR, /files",
        "AUDITOR, /audit/check",
        "REGULATOR, /files",
        "CUSTOMS, /files",
        "OPERATOR, /operator",
        "REGULATOR, /policy"
    })
    void every_other_page_opens_to_whom_it_is_for(Role role, String address) {
        HttpResponse<String> answer = doors.answer(
                doors.ask(address, role).header("Accept", "text/html").header("Accept-Language", "ru"));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.body()).contains("lang=\"ru\"").doesNotContain("??");
        assertThat(answer.body().contains("href=\"/audit\"")).isEqualTo(role == Role.AUDITOR);
    }

    @ParameterizedTest
    @ValueSource(strings = {"kk", "ru", "en"})
    void every_rule_and_every_reason_has_words_that_an_auditor_reads(String language) {
        ResourceBundle shared = texts("kz/legality/evidence/report/words", language);
        ResourceBundle texts = texts("messages", language);
        List<About> rules = RuleBook.of(RuleTerms.of(policy())).about();

        assertThat(rules).extracting(About::id).allMatch(it -> shared.containsKey("rule." + it));
        assertThat(rules)
                .as("what it says of itself is English")
                .allMatch(it -> language.equals("en") != texts.containsKey("rule." + it.id() + ".when"));
        assertThat(rules)
                .flatExtracting(About::lookAlikes)
                .allMatch(it -> shared.containsKey("explanation." + it.substring(0, it.indexOf(':'))));
        assertThat(Standing.Code.values()).allMatch(it -> texts.containsKey("reason." + it));
    }

    private static ResourceBundle texts(String name, String language) {
        return ResourceBundle.getBundle(
                name,
                Locale.of(language.equals("en") ? "" : language),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    private static Policy policy() {
        return doors.server().ledger().policy();
    }

    private static void judged() {
        long deadline = System.nanoTime() + Duration.ofMinutes(3).toNanos();
        while (doors.server().ledger().tracing().position() < doors.head()) {
            assertThat(System.nanoTime()).as("all is judged before").isLessThan(deadline);
            OpenDoors.pause();
        }
    }

    private static String findingOf(int phone) {
        Matcher link = FINDING.matcher(page("/audit/devices/" + Rows.imei(phone)));
        assertThat(link.find()).isTrue();
        return link.group(1);
    }

    private static String page(String address) {
        return page(address, Map.of());
    }

    private static String page(String address, Map<String, String> claims) {
        HttpResponse<String> answer = ask(address, claims);
        assertThat(answer.statusCode()).as(address + ": " + answer.body()).isEqualTo(200);
        return answer.body();
    }

    private static int status(String address, Map<String, String> claims) {
        return ask(address, claims).statusCode();
    }

    private static HttpResponse<String> ask(String address, Map<String, String> claims) {
        return doors.answer(doors.ask(address, Role.AUDITOR, claims)
                .header("Accept", "text/html")
                .header("Accept-Language", "en"));
    }

    private static String csv(String address) {
        return csv(address, Map.of());
    }

    private static String csv(String address, Map<String, String> claims) {
        HttpResponse<String> answer = doors.answer(doors.ask(address, Role.AUDITOR, claims));
        assertThat(answer.statusCode()).as(address + ": " + answer.body()).isEqualTo(200);
        return answer.body();
    }

    private static String row(String begins, String csv) {
        return csv.lines().filter(it -> it.startsWith(begins + ",")).findFirst().orElseThrow();
    }

    private static int elements(String xml, String name) throws Exception {
        return DocumentBuilderFactory.newDefaultInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(xml)))
                .getElementsByTagName(name)
                .getLength();
    }

    private static String entry(Path zip, String name) throws IOException {
        try (ZipFile file = new ZipFile(zip.toFile())) {
            return new String(file.getInputStream(file.getEntry(name)).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
