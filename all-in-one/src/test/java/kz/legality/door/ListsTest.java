package kz.legality.door;

import static kz.legality.door.OpenDoors.fields;
import static kz.legality.door.OpenDoors.header;
import static kz.legality.door.OpenDoors.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import kz.legality.door.access.Role;
import kz.legality.door.answer.AnswerJson;
import kz.legality.sample.Rows;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Phones 1 to 25 are white, 31 is grey, 1 and 2 turned black. */
class ListsTest {
    private static final int WHITE = 23;
    private static OpenDoors doors;

    @BeforeAll
    static void open(@TempDir Path data) {
        doors = OpenDoors.on(data);
        StringBuilder imports = new StringBuilder(Rows.IMPORTS);
        for (int n = 1; n <= 25; n++) {
            imports.append(Rows.imported(n));
        }
        doors.feed("customs-imports", imports.toString());
        doors.feed("registrations", Rows.REGISTRATIONS + Rows.registered(31, 1));
        doors.feed("blocks", Rows.BLOCKS + Rows.blocked(1) + Rows.blocked(2));
    }

    @AfterAll
    static void close() {
        doors.close();
    }

    @Test
    void how_many_stand_on_each_list_is_cheap_to_ask() {
        JsonNode counts = json(doors.get("/api/v1/lists", Role.OPERATOR));
        assertThat(counts.path("WHITE").asInt()).isEqualTo(WHITE);
        assertThat(counts.path("GREY").asInt()).isEqualTo(1);
        assertThat(counts.path("BLACK").asInt()).isEqualTo(2);
    }

    @Test
    void a_list_is_one_json_object_a_line_in_the_order_of_imeis() {
        for (String type : List.of("application/jsonl", "application/x-ndjson")) {
            HttpResponse<String> answer = list("black", type);
            assertThat(header(answer, "Content-Type")).startsWith(type);
            List<JsonNode> entries =
                    answer.body().lines().map(AnswerJson::parse).toList();
            assertThat(entries).extracting(it -> it.path("imei").asText()).containsExactly(Rows.imei(1), Rows.imei(2));
            assertThat(entries.getFirst().path("status").asText()).isEqualTo("BLACK");
            assertThat(entries.getFirst().at("/reasons/0").asText()).isEqualTo("BLOCKED_BY_ORDER");
            assertThat(entries.getFirst().path("blockDate").asText()).isEqualTo("2025-07-01");
        }
    }

    @Test
    void a_list_is_csv_with_a_header() {
        HttpResponse<String> answer = list("grey", "text/csv");
        assertThat(header(answer, "Content-Type")).startsWith("text/csv");
        List<String> lines = answer.body().lines().toList();
        assertThat(lines.getFirst()).isEqualTo("imei,status,since,deadline,reasons,blockDate");
        assertThat(lines).hasSize(2);
        assertThat(lines.get(1)).startsWith(Rows.imei(31) + ",GREY,").endsWith(",GREY_TERM_RUNNING|NO_ORIGIN,");
        assertThat(list("black", "text/csv").body().lines().toList().getLast())
                .endsWith(",BLOCKED_BY_ORDER,2025-07-01");
    }

    @Test
    void a_list_is_json_in_pages_that_a_cursor_leads_through() {
        List<String> seen = new ArrayList<>();
        String cursor = "";
        while (cursor != null) {
            JsonNode page = json(doors.answer(doors.ask(
                            "/api/v1/lists/white?limit=10" + (cursor.isEmpty() ? "" : "&cursor=" + cursor),
                            Role.AUDITOR)
                    .header("Accept", "application/json")));
            assertThat(fields(page)).contains("entries");
            assertThat(page.path("entries").size()).isLessThanOrEqualTo(10);
            page.path("entries").forEach(it -> seen.add(it.path("imei").asText()));
            cursor = page.hasNonNull("next") ? page.path("next").asText() : null;
            assertThat(String.valueOf(cursor)).doesNotContain(Rows.TAC);
        }
        assertThat(seen).hasSize(WHITE).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void a_cursor_of_ones_own_making_and_a_limit_without_end_are_problems() {
        for (String query : List.of("cursor=%21%21", "limit=0", "limit=100000", "limit=many")) {
            HttpResponse<String> refused = doors.answer(
                    doors.ask("/api/v1/lists/white?" + query, Role.AUDITOR).header("Accept", "application/json"));
            assertThat(refused.statusCode()).as(query).isEqualTo(400);
            assertThat(header(refused, "Content-Type")).startsWith("application/problem+json");
            assertThat(refused.body()).doesNotContain("java.", "kz.legality");
        }
    }

    @Test
    void who_takes_anything_is_given_the_release_as_lines() {
        String lines = list("black", "application/jsonl").body();
        for (HttpResponse<String> answer : List.of(
                list("black", "*/*"),
                list("black", "text/html, */*;q=0.8"),
                doors.get("/api/v1/lists/black", Role.OPERATOR))) {
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(header(answer, "Content-Type")).isEqualTo("application/jsonl");
            assertThat(header(answer, "ETag")).isNotEmpty();
            assertThat(header(answer, "Content-Digest")).startsWith("sha-256=:");
            assertThat(answer.body()).isEqualTo(lines);
        }
        assertThat(doors.get("/api/v1/lists/black?since=0", Role.OPERATOR).body())
                .startsWith("{\"change\":\"blocked\"");
        assertThat(doors.get("/api/v1/lists/black?since=9999", Role.OPERATOR).statusCode())
                .isEqualTo(400);
        assertThat(list("black", "application/xml").statusCode()).isEqualTo(406);
    }

    @Test
    void who_takes_anything_and_asks_for_a_page_or_a_moment_is_given_a_page() {
        assertThat(json(doors.get("/api/v1/lists/white?limit=3", Role.AUDITOR)).path("entries"))
                .hasSize(3);
        assertThat(json(doors.get("/api/v1/lists/black?asOf=2025-06-30", Role.AUDITOR))
                        .path("entries"))
                .isEmpty();
    }

    @Test
    void a_page_is_no_release() {
        for (String parameter : List.of("since=0", "release=1")) {
            HttpResponse<String> refused = list("black?" + parameter, "application/json");
            assertThat(refused.statusCode()).as(parameter).isEqualTo(400);
            assertThat(json(refused).at("/errors/0/pointer").asText())
                    .isEqualTo("#/" + parameter.substring(0, parameter.indexOf('=')));
        }
    }

    @Test
    void a_list_that_has_not_changed_is_not_sent_again() {
        HttpResponse<String> first = list("white", "text/csv");
        String tag = header(first, "ETag");
        assertThat(tag).matches("\"[^\"]+\"");
        assertThat(Long.parseLong(header(first, "X-Ledger-Position")))
                .isPositive()
                .isLessThan(doors.head());
        for (String known : List.of(tag, "W/" + tag, "\"other\", " + tag, "*")) {
            HttpResponse<String> again = doors.answer(doors.ask("/api/v1/lists/white", Role.OPERATOR)
                    .header("Accept", "text/csv")
                    .header("If-None-Match", known));
            assertThat(again.statusCode()).as(known).isEqualTo(304);
            assertThat(again.body()).isEmpty();
        }
    }

    @Test
    void a_list_is_released_anew_when_somebody_came_onto_it_and_not_before(@TempDir Path data) {
        try (OpenDoors own = OpenDoors.on(data)) {
            own.feed("customs-imports", Rows.IMPORTS + Rows.imported(3));
            String tag = tagOfWhite(own);
            own.feed("customs-imports", Rows.IMPORTS + Rows.imported(3).replace("SM-S938B", "SM-S938U"));
            assertThat(tagOfWhite(own)).isEqualTo(tag);
            own.feed("customs-imports", Rows.IMPORTS + Rows.imported(4));
            assertThat(tagOfWhite(own)).isNotEqualTo(tag);
        }
    }

    @Test
    void a_list_is_told_as_it_was_and_as_it_was_known() {
        String blocked = json(doors.get("/api/v1/devices/" + Rows.imei(1) + "/history", Role.AUDITOR))
                .at("/events/1/recordedAt")
                .asText();
        String before = Instant.parse(blocked).minusNanos(1).toString();

        assertThat(imeis("black", "asOf=2025-06-30")).isEmpty();
        assertThat(imeis("black", "asOf=2025-07-02")).containsExactly(Rows.imei(1), Rows.imei(2));
        assertThat(imeis("white", "asOf=2025-06-30")).contains(Rows.imei(1)).hasSize(WHITE + 2);
        assertThat(imeis("white", "knownAt=2025-01-01")).isEmpty();
        assertThat(imeis("black", "knownAt=" + before)).isEmpty();
        assertThat(imeis("black", "knownAt=" + blocked)).contains(Rows.imei(1));
        assertThat(imeis("white", "asOf=2025-07-02&knownAt=" + before)).contains(Rows.imei(1));
    }

    @Test
    void a_moment_that_cannot_be_read_is_a_problem_that_names_it() {
        for (String parameter : List.of("asOf", "knownAt")) {
            HttpResponse<String> refused =
                    doors.answer(doors.ask("/api/v1/lists/white?" + parameter + "=yesterday", Role.AUDITOR)
                            .header("Accept", "application/json"));
            assertThat(refused.statusCode()).isEqualTo(400);
            assertThat(header(refused, "Content-Type")).startsWith("application/problem+json");
            assertThat(json(refused).at("/errors/0/pointer").asText()).isEqualTo("#/" + parameter);
        }
    }

    @Test
    void a_release_is_no_list_of_another_moment() {
        for (String type : List.of("text/csv", "application/jsonl")) {
            HttpResponse<String> refused = list("white?asOf=2025-06-30", type);
            assertThat(refused.statusCode()).as(type).isEqualTo(400);
            assertThat(header(refused, "Content-Type")).startsWith("application/problem+json");
        }
    }

    private static List<String> imeis(String list, String query) {
        HttpResponse<String> answer = doors.answer(
                doors.ask("/api/v1/lists/" + list + "?" + query, Role.AUDITOR).header("Accept", "application/json"));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        List<String> imeis = new ArrayList<>();
        json(answer)
                .path("entries")
                .forEach(entry -> imeis.add(entry.path("imei").asText()));
        return imeis;
    }

    private static String tagOfWhite(OpenDoors own) {
        return header(own.answer(own.ask("/api/v1/lists/white", Role.OPERATOR).header("Accept", "text/csv")), "ETag");
    }

    @Test
    void a_tag_of_one_form_is_not_taken_for_another() {
        assertThat(header(list("white", "text/csv"), "ETag"))
                .isNotEqualTo(header(list("white", "application/jsonl"), "ETag"));
    }

    private static HttpResponse<String> list(String list, String accept) {
        return doors.answer(doors.ask("/api/v1/lists/" + list, Role.OPERATOR).header("Accept", accept));
    }
}
