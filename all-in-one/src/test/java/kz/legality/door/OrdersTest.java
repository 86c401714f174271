package kz.legality.door;

import static kz.legality.door.OpenDoors.header;
import static kz.legality.door.OpenDoors.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import kz.legality.door.access.Role;
import kz.legality.sample.Rows;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OrdersTest {
    private static final String ORDER = "{\"authority\":\"Police\",\"reason\":\"stolen\",\"reference\":\"KUI-1\"}";
    private static final String LIFT =
            "{\"authority\":\"Police\",\"reason\":\"found\",\"reference\":\"KUI-2\",\"liftsReference\":\"KUI-1\"}";

    @TempDir
    private static Path data;

    private static OpenDoors doors;

    @BeforeAll
    static void open() {
        doors = OpenDoors.on(data);
        StringBuilder imports = new StringBuilder(Rows.IMPORTS);
        for (int n = 1; n <= 9; n++) {
            imports.append(Rows.imported(n));
        }
        doors.feed("customs-imports", imports.toString());
    }

    @AfterAll
    static void close() {
        doors.close();
    }

    @Test
    void who_has_a_block_acknowledged_finds_the_phone_black_at_once() {
        HttpResponse<String> blocked = doors.order(phone(1) + "/block", Role.REGULATOR, ORDER);
        assertThat(blocked.statusCode()).as(blocked.body()).isEqualTo(201);
        JsonNode receipt = json(blocked);
        assertThat(receipt.path("imei").asText()).isEqualTo(Rows.imei(1));
        assertThat(receipt.path("positions")).hasSize(1);
        JsonNode state = json(doors.get(phone(1), Role.REGULATOR));
        assertThat(state.path("status").asText()).isEqualTo("BLACK");
        assertThat(state.at("/reasons/0/position"))
                .isEqualTo(receipt.path("positions").get(0));
        assertThat(list("black")).contains(Rows.imei(1));
        assertThat(json(doors.get(phone(1) + "/history", Role.AUDITOR))
                        .at("/events/1/source/actor")
                        .asText())
                .isEqualTo("cli-regulator");
    }

    @Test
    void the_same_order_again_leads_to_nothing() {
        doors.order(
                phone(2) + "/block", Role.REGULATOR, ORDER.replace("{", "{\"orderedAt\":\"2026-01-01T00:00:00Z\","));
        HttpResponse<String> again = doors.order(
                phone(2) + "/block", Role.REGULATOR, ORDER.replace("{", "{\"orderedAt\":\"2026-01-01T00:00:00Z\","));
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(json(again).path("positions")).isEmpty();
    }

    @Test
    void a_block_that_is_lifted_leaves_the_phone_as_lawful_as_before() {
        doors.order(phone(3) + "/block", Role.REGULATOR, ORDER);
        HttpResponse<String> lifted = doors.order(phone(3) + "/unblock", Role.REGULATOR, LIFT);
        assertThat(lifted.statusCode()).as(lifted.body()).isEqualTo(201);
        assertThat(json(doors.get(phone(3), Role.REGULATOR)).path("status").asText())
                .isEqualTo("WHITE");
        assertThat(list("black")).doesNotContain(Rows.imei(3));
    }

    @Test
    void there_is_no_lifting_a_block_that_was_never_ordered() {
        HttpResponse<String> refused = doors.order(phone(4) + "/unblock", Role.REGULATOR, LIFT);
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(header(refused, "Content-Type")).startsWith("application/problem+json");
        assertThat(json(refused).path("type").asText()).endsWith(":NO_SUCH_BLOCK");
        assertThat(json(refused).path("detail").asText()).isNotBlank();
    }

    @Test
    void an_order_repeated_under_its_key_is_answered_as_the_first_time_whatever_happened_since() {
        String[] key = {"Idempotency-Key", "order-5"};
        String first =
                doors.order(phone(5) + "/block", Role.REGULATOR, ORDER, key).body();
        assertThat(doors.order(phone(5) + "/block", Role.REGULATOR, ORDER, key).body())
                .isEqualTo(first);
        doors.order(phone(5) + "/unblock", Role.REGULATOR, LIFT);
        HttpResponse<String> again = doors.order(phone(5) + "/block", Role.REGULATOR, ORDER, key);
        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(first);
        assertThat(json(doors.get(phone(5), Role.REGULATOR)).path("status").asText())
                .isEqualTo("WHITE");

        doors.close();
        doors = OpenDoors.on(data);
        assertThat(doors.order(phone(5) + "/block", Role.REGULATOR, ORDER, key).body())
                .isEqualTo(first);
        assertThat(json(doors.get(phone(5), Role.REGULATOR)).path("status").asText())
                .isEqualTo("WHITE");
    }

    @Test
    void a_key_that_is_blank_or_endless_is_refused() {
        for (String key : new String[] {" ", "k".repeat(201)}) {
            HttpResponse<String> refused =
                    doors.order(phone(6) + "/block", Role.REGULATOR, ORDER, "Idempotency-Key", key);
            assertThat(refused.statusCode()).isEqualTo(400);
            assertThat(json(refused).at("/errors/0/pointer").asText()).isEqualTo("#/Idempotency-Key");
        }
    }

    @Test
    void everything_that_is_missing_is_named_at_once() {
        JsonNode problem = json(doors.order(phone(6) + "/block", Role.REGULATOR, "{\"reason\":\" \"}"));
        assertThat(problem.path("status").asInt()).isEqualTo(400);
        assertThat(problem.path("errors").findValuesAsText("pointer"))
                .containsExactly("#/authority", "#/reason", "#/reference");
        assertThat(json(doors.order(phone(6) + "/unblock", Role.REGULATOR, "{}"))
                        .path("errors")
                        .findValuesAsText("pointer"))
                .containsExactlyInAnyOrder("#/authority", "#/reason", "#/reference", "#/liftsReference");
        assertThat(json(doors.order(phone(6) + "/corrections", Role.REGULATOR, "{}"))
                        .path("errors")
                        .findValuesAsText("pointer"))
                .containsExactlyInAnyOrder("#/sequence", "#/reason");
    }

    @Test
    void a_field_that_cannot_be_read_is_named() {
        JsonNode problem = json(
                doors.order(phone(6) + "/block", Role.REGULATOR, ORDER.replace("{", "{\"orderedAt\":\"last week\",")));
        assertThat(problem.path("status").asInt()).isEqualTo(400);
        assertThat(problem.at("/errors/0/pointer").asText()).isEqualTo("#/orderedAt");
        assertThat(problem.toString()).doesNotContain("kz.legality", "java.", "jackson");
    }

    @Test
    void what_is_no_json_is_told_so() {
        HttpResponse<String> refused = doors.order(phone(6) + "/block", Role.REGULATOR, "authority=Police");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(json(refused).path("detail").asText()).contains("JSON");
    }

    @Test
    void an_import_recorded_in_error_is_withdrawn_and_stays_readable() {
        HttpResponse<String> withdrawn = doors.order(
                phone(7) + "/corrections", Role.REGULATOR, "{\"sequence\":0,\"reason\":\"typing error of customs\"}");
        assertThat(withdrawn.statusCode()).as(withdrawn.body()).isEqualTo(201);
        assertThat(json(doors.get(phone(7), Role.REGULATOR)).path("status").asText())
                .isEqualTo("UNKNOWN");
        JsonNode events = json(doors.get(phone(7) + "/history", Role.AUDITOR)).path("events");
        assertThat(events.findValuesAsText("type")).containsExactly("DeviceImported", "FactWithdrawn");
        assertThat(events.at("/1/corrects").asLong()).isZero();
        assertThat(events.at("/1/position")).isEqualTo(json(withdrawn).at("/positions/0"));
        HttpResponse<String> never =
                doors.order(phone(7) + "/corrections", Role.REGULATOR, "{\"sequence\":77,\"reason\":\"typing error\"}");
        assertThat(never.statusCode()).isEqualTo(409);
    }

    @Test
    void a_court_orders_in_its_case_and_nobody_below_orders_at_all() {
        assertThat(doors.order(phone(8) + "/block", Role.COURT, ORDER).statusCode())
                .isEqualTo(400);
        assertThat(doors.order(phone(8) + "/block?" + OpenDoors.COURT, Role.COURT, ORDER)
                        .statusCode())
                .isEqualTo(201);
        assertThat(doors.order(phone(8) + "/block", Role.AUDITOR, ORDER).statusCode())
                .isEqualTo(403);
    }

    @Test
    void the_terms_due_by_a_day_end_on_order() {
        doors.feed("registrations", Rows.REGISTRATIONS + Rows.registered(50, 1));
        assertThat(json(doors.get(phone(50), Role.REGULATOR)).path("status").asText())
                .isEqualTo("GREY");
        JsonNode report = json(doors.order("/api/v1/maintenance/expire?on=2099-01-01", Role.REGULATOR, ""));
        assertThat(report.path("due").asLong()).isEqualTo(1);
        assertThat(report.path("blocked").asLong()).isEqualTo(1);
        doors.caughtUp();
        assertThat(json(doors.get(phone(50), Role.REGULATOR))
                        .at("/reasons/0/code")
                        .asText())
                .isEqualTo("GREY_TERM_EXPIRED");
    }

    private static String phone(int n) {
        return "/api/v1/devices/" + Rows.imei(n);
    }

    private static String list(String list) {
        return doors.get("/api/v1/lists/" + list, Role.REGULATOR).body();
    }
}
