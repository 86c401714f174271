package kz.legality.door;

import static kz.legality.door.OpenDoors.fields;
import static kz.legality.door.OpenDoors.header;
import static kz.legality.door.OpenDoors.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import kz.legality.sample.Rows;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What everybody may ask, over HTTP and on the page. Phone 1 is white, 2 grey, 3 black. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PublicCheckTest {
    private static final String CHECK = "/api/v1/public/devices/";
    private static OpenDoors doors;

    @BeforeAll
    static void open(@TempDir Path data) {
        doors = OpenDoors.on(data);
        doors.feed("gsma-tac", Rows.allocated());
        doors.feed("customs-imports", Rows.IMPORTS + Rows.imported(1) + Rows.imported(3));
        doors.feed("registrations", Rows.REGISTRATIONS + Rows.registered(2, 1));
        doors.feed("blocks", Rows.BLOCKS + Rows.blocked(3));
    }

    @AfterAll
    static void close() {
        doors.close();
    }

    @Test
    @Order(1)
    void anybody_is_told_status_model_and_advice_and_nothing_else() {
        JsonNode grey = json(doors.answer(doors.ask(CHECK + Rows.imei(2))));
        assertThat(fields(grey))
                .containsExactly("imei", "status", "brand", "model", "marketingName", "advice", "deadline");
        assertThat(grey.path("status").asText()).isEqualTo("GREY");
        assertThat(grey.path("advice").asText()).isEqualTo("PROVE_LEGALITY");
        assertThat(grey.path("deadline").asText()).startsWith("2025-05-");
        JsonNode unknown = json(doors.answer(doors.ask(CHECK + "490154203237518")));
        assertThat(fields(unknown))
                .containsExactly("imei", "status", "brand", "model", "marketingName", "advice", "deadline");
        assertThat(unknown.path("status").asText()).isEqualTo("UNKNOWN");
        assertThat(unknown.path("brand").isNull()).isTrue();
    }

    @Test
    @Order(2)
    void what_is_no_imei_is_a_problem_for_a_stranger_too() {
        HttpResponse<String> refused = doors.answer(doors.ask(CHECK + "353287110000019"));
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(json(refused).at("/errors/0/pointer").asText()).isEqualTo("#/imei");
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void who_asks_too_fast_is_told_how_long_to_wait() {
        HttpResponse<String> last = doors.answer(doors.ask(CHECK + Rows.imei(1)));
        List<Integer> answers = new ArrayList<>(List.of(last.statusCode()));
        for (int n = 0; n < 40 && last.statusCode() == 200; n++) {
            last = doors.answer(doors.ask(CHECK + Rows.imei(1)));
            answers.add(last.statusCode());
        }
        assertThat(answers).contains(200, 429);
        assertThat(header(last, "Content-Type")).startsWith("application/problem+json");
        assertThat(Integer.parseInt(header(last, "Retry-After"))).isBetween(1, 60);
    }

    @ParameterizedTest
    @Order(3)
    @CsvSource({
        "kk, Бұл телефон заңды ма?, Ақ тізім, Қара тізім",
        "ru, Законный ли это телефон?, Белый список, Чёрный список",
        "en, Is this phone lawful?, White list, Black list"
    })
    void the_page_answers_in_three_languages(String language, String title, String white, String black) {
        String page = page("/?imei=" + Rows.imei(1) + "&lang=" + language);
        assertThat(page).contains("<html lang=\"" + language + "\"", title, white, "Galaxy S25 Ultra", Rows.imei(1));
        assertThat(page("/?imei=" + Rows.imei(3) + "&lang=" + language)).contains(black);
        assertThat(page).doesNotContain("??");
    }

    @Test
    @Order(3)
    void the_browsers_language_is_taken_where_none_was_chosen() {
        HttpResponse<String> page = doors.answer(doors.ask("/").header("Accept-Language", "ru-RU,ru;q=0.9"));
        assertThat(page.body()).contains("Законный ли это телефон?");
        assertThat(doors.answer(doors.ask("/").header("Accept-Language", "de")).body())
                .contains("Is this phone lawful?");
    }

    @ParameterizedTest
    @Order(3)
    @CsvSource({
        "353287110000019, one digit was typed wrongly",
        "12345, 14 or 15 or 16 digits|14, 15 or 16 digits",
        "35328711OOOO1x, digits only"
    })
    void a_wrong_number_is_explained_beside_the_field(String typed, String sentence) {
        String page = page("/?imei=" + typed + "&lang=en");
        assertThat(page).contains("role=\"alert\"", "aria-invalid=\"true\"", "value=\"" + typed + "\"");
        assertThat(sentence.split("\\|")).anyMatch(page::contains);
    }

    @Test
    @Order(3)
    void spaces_and_dashes_between_the_digits_are_forgiven() {
        String imei = Rows.imei(1);
        assertThat(page("/?imei=" + imei.substring(0, 8) + "-" + imei.substring(8, 14) + "+" + imei.substring(14)
                        + "&lang=en"))
                .contains("White list");
    }

    @ParameterizedTest
    @Order(3)
    @ValueSource(strings = {"/", "/?imei=%22%3E%3Cscript%3Ealert(1)%3C/script%3E", "/no-such-page"})
    void a_page_holds_no_script_and_no_style_of_its_own(String address) {
        String page =
                doors.answer(doors.ask(address).header("Accept", "text/html")).body();
        assertThat(page)
                .contains("<!DOCTYPE html>", "/assets/ledger.css")
                .doesNotContain("<script", "<style", "style=", "onclick", "javascript:");
    }

    @Test
    @Order(3)
    void the_style_is_served_and_has_one_for_paper() {
        HttpResponse<String> css = doors.answer(doors.ask("/assets/ledger.css"));
        assertThat(css.statusCode()).isEqualTo(200);
        assertThat(header(css, "Content-Type")).startsWith("text/css");
        assertThat(css.body()).contains("@media print");
    }

    @ParameterizedTest
    @Order(3)
    @CsvSource({
        "/no-such-page, 401",
        "/assets/no-such-picture.png, 404",
        "/admin, 401",
    })
    void a_browser_that_went_astray_is_told_so_by_a_page(String address, int status) {
        HttpResponse<String> page = doors.answer(
                doors.ask(address).header("Accept", "text/html,*/*;q=0.8").header("Accept-Language", "kk"));
        assertThat(page.statusCode()).isEqualTo(status);
        assertThat(header(page, "Content-Type")).startsWith("text/html");
        assertThat(header(page, "Content-Security-Policy")).contains("default-src 'none'");
        assertThat(page.body())
                .contains("Мұндай бет жоқ", "href=\"/\"")
                .doesNotContain("Exception", "Whitelabel", "??");
    }

    @Test
    @Order(3)
    void a_page_of_some_role_leads_a_browser_to_the_login() {
        HttpResponse<String> asked = doors.answer(doors.ask("/audit").header("Accept", "text/html"));
        assertThat(asked.statusCode()).isEqualTo(302);
        assertThat(header(asked, "Location")).endsWith("/login");
    }

    private static String page(String address) {
        HttpResponse<String> page = doors.answer(doors.ask(address).header("Accept", "text/html"));
        assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
        assertThat(header(page, "Content-Type")).isEqualToIgnoringCase("text/html;charset=UTF-8");
        return page.body();
    }
}
