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

/** What a machine is told of the interface, and whoever watches the ledger of its health. */
class WatchingTest {
    private static OpenDoors doors;

    @BeforeAll
    static void open(@TempDir Path data) {
        doors = OpenDoors.on(data);
        doors.feed(
                "customs-imports",
                Rows.IMPORTS
                        + Rows.imported(1)
                        + Rows.imported(2)
                        + Rows.imported(3).replace(Rows.imei(3), "12"));
    }

    @AfterAll
    static void close() {
        doors.close();
    }

    @Test
    void the_interface_describes_itself_as_openapi_3_1() {
        JsonNode described = json(doors.answer(doors.ask("/v3/api-docs")));
        assertThat(described.path("openapi").asText()).startsWith("3.1");
        assertThat(OpenDoors.fields(described.path("paths")))
                .contains(
                        "/api/v1/public/devices/{imei}",
                        "/api/v1/devices/{imei}",
                        "/api/v1/devices/{imei}/history",
                        "/api/v1/devices/{imei}/block",
                        "/api/v1/devices/{imei}/unblock",
                        "/api/v1/devices/{imei}/corrections",
                        "/api/v1/files/{kind}",
                        "/api/v1/files/{sha256}",
                        "/api/v1/files/{sha256}/quarantine",
                        "/api/v1/lists/{list}");
    }

    @Test
    void the_description_says_which_statuses_are_answered_and_how_it_is_refused() {
        JsonNode paths = json(doors.answer(doors.ask("/v3/api-docs"))).path("paths");
        assertThat(OpenDoors.fields(paths.at("/~1api~1v1~1devices~1{imei}~1block/post/responses")))
                .containsExactlyInAnyOrder("200", "201", "default");
        assertThat(OpenDoors.fields(paths.at("/~1api~1v1~1files~1{kind}/post/responses")))
                .containsExactlyInAnyOrder("202", "default");
        assertThat(paths.at(
                                "/~1api~1v1~1devices~1{imei}/get/responses/default/content/application~1problem+json/schema/$ref")
                        .asText())
                .endsWith("/Problem");
    }

    @Test
    void the_description_asks_for_no_parameter_that_a_caller_does_not_send() {
        String history = json(doors.answer(doors.ask("/v3/api-docs")))
                .path("paths")
                .path("/api/v1/devices/{imei}/history")
                .toString();
        assertThat(history)
                .contains("asOf", "knownAt", "legalBasis", "orderHash")
                .doesNotContain("Caller", "ReadingPurpose");
    }

    @Test
    void a_ledger_in_order_is_alive_and_ready() {
        for (String probe : new String[] {"liveness", "readiness"}) {
            HttpResponse<String> health = doors.answer(doors.ask("/actuator/health/" + probe));
            assertThat(health.statusCode()).isEqualTo(200);
            assertThat(json(health).path("status").asText()).isEqualTo("UP");
        }
    }

    @Test
    void figures_are_for_who_keeps_the_machine() {
        assertThat(doors.answer(doors.ask("/actuator/prometheus")).statusCode()).isEqualTo(401);
        assertThat(doors.get("/actuator/prometheus", Role.OPERATOR).statusCode())
                .isEqualTo(403);
        String figures = doors.get("/actuator/prometheus", Role.ADMIN).body();
        assertThat(figures)
                .contains("ledger_head_position " + (double) doors.head())
                .contains("ledger_projection_lag_events 0.0")
                .contains("ledger_events_parked 0.0")
                .contains("ledger_list_size{list=\"white\"} 2.0")
                .contains("ledger_list_size{list=\"black\"} 0.0")
                .contains("ledger_quarantined_rows{kind=\"customs-imports\"} 1.0")
                .contains("ledger_quarantined_rows{kind=\"blocks\"} 0.0")
                .contains("ledger_rule_hits{rule=\"R1\"} 0.0");
    }

    @Test
    void a_view_nobody_knows_is_not_rebuilt() {
        HttpResponse<String> refused = doors.order("/api/v1/maintenance/replay?view=everything", Role.ADMIN, "");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(header(refused, "Content-Type")).startsWith("application/problem+json");
        assertThat(json(refused).path("detail").asText()).contains("devices", "history", "files", "tacs");
    }
}
