package kz.legality.door;

import static kz.legality.door.OpenDoors.header;
import static kz.legality.door.OpenDoors.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import kz.legality.door.access.Role;
import kz.legality.sample.Rows;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Phone 1 is white, 2 black, 31 grey; nobody has heard of 77. */
class EquipmentCheckTest {
    private static final String CHECK = "/n5g-eir-eic/v1/equipment-status";
    private static OpenDoors doors;
    private static String token = "";
    private static long fed;

    @BeforeAll
    static void open(@TempDir Path data) {
        doors = OpenDoors.on(data);
        doors.feed("customs-imports", Rows.IMPORTS + Rows.imported(1) + Rows.imported(2));
        doors.feed("registrations", Rows.REGISTRATIONS + Rows.registered(31, 1));
        doors.feed("blocks", Rows.BLOCKS + Rows.blocked(2));
        fed = doors.head();
        token = doors.token(Role.OPERATOR, Map.of());
    }

    @AfterAll
    static void close() {
        doors.close();
    }

    @Test
    void the_status_is_the_lists_on_every_way_the_question_comes_in() {
        // Asked twice: the first time by all of Spring's way, then by the shortcut.
        for (int i = 0; i < 2; i++) {
            assertThat(ask("pei=imei-" + Rows.imei(1)).body()).isEqualTo("{\"status\":\"WHITELISTED\"}");
            assertThat(ask("pei=imei-" + Rows.imei(31)).body()).isEqualTo("{\"status\":\"GREYLISTED\"}");
            HttpResponse<String> black = ask("pei=imei-" + Rows.imei(2) + "&supi=imsi-401011234567890"
                    + "&gpsi=msisdn-77051234567&supported-features=0");
            assertThat(black.body()).isEqualTo("{\"status\":\"BLACKLISTED\"}");
            assertThat(black.statusCode()).isEqualTo(200);
            assertThat(header(black, "Content-Type")).isEqualTo("application/json");
            // What the rules find of the phones is recorded in the background, and may come in between.
            assertThat(Long.parseLong(header(black, "X-Ledger-Position"))).isBetween(fed, doors.head());
        }
        assertThat(PriorKnowledge.get(doors.server().address(), CHECK + "?pei=imei-" + Rows.imei(2), token))
                .isEqualTo("{\"status\":\"BLACKLISTED\"}");
    }

    @Test
    void a_phone_is_found_by_fourteen_digits_whatever_the_fifteenth_and_sixteenth() {
        String fourteen = Rows.imei(2).substring(0, 14);
        for (String pei : List.of("imei-" + fourteen + "0", "imei-" + fourteen + "7", "imeisv-" + fourteen + "99")) {
            assertThat(ask("pei=" + pei).body()).as(pei).isEqualTo("{\"status\":\"BLACKLISTED\"}");
        }
    }

    @Test
    void who_is_unknown_and_what_is_malformed_is_told_by_the_standards_causes() {
        for (int i = 0; i < 2; i++) {
            refused(404, "ERROR_EQUIPMENT_UNKNOWN", "pei=imei-" + Rows.imei(77));
            refused(404, "ERROR_EQUIPMENT_UNKNOWN", "pei=mac-00-11-22-33-44-55");
            refused(400, "MANDATORY_QUERY_PARAM_MISSING", "supi=imsi-401011234567890");
            refused(400, "MANDATORY_QUERY_PARAM_INCORRECT", "pei=imei-12345");
            refused(400, "MANDATORY_QUERY_PARAM_INCORRECT", "pei=imei-3532871100000X1");
            refused(400, "OPTIONAL_QUERY_PARAM_INCORRECT", "pei=imei-" + Rows.imei(1) + "&supi=imsi-12");
            refused(400, "OPTIONAL_QUERY_PARAM_INCORRECT", "pei=imei-" + Rows.imei(1) + "&supported-features=xyz");
        }
        assertThat(ask("pei=imei-001012345678905").body())
                .as("a test phone, by policy")
                .isEqualTo("{\"status\":\"GREYLISTED\"}");
    }

    private static void refused(int status, String cause, String query) {
        HttpResponse<String> answer = ask(query);
        assertThat(answer.statusCode()).as(query).isEqualTo(status);
        assertThat(header(answer, "Content-Type")).isEqualTo("application/problem+json");
        assertThat(json(answer).path("cause").asText()).isEqualTo(cause);
        assertThat(json(answer).path("status").asInt()).isEqualTo(status);
    }

    @Test
    void nobody_is_answered_by_another_ones_token_or_none() {
        assertThat(ask("pei=imei-" + Rows.imei(1)).statusCode()).isEqualTo(200);
        assertThat(doors.answer(doors.ask(CHECK + "?pei=imei-" + Rows.imei(1))).statusCode())
                .isEqualTo(401);
        for (int i = 0; i < 2; i++) {
            assertThat(doors.get(CHECK + "?pei=imei-" + Rows.imei(1), Role.AUDITOR)
                            .statusCode())
                    .isEqualTo(403);
        }
    }

    @Test
    void a_block_is_answered_as_soon_as_it_is_acknowledged_and_survives_a_restart(@TempDir Path data) {
        try (OpenDoors own = OpenDoors.on(data)) {
            own.feed("customs-imports", Rows.IMPORTS + Rows.imported(5));
            assertThat(own.order(
                                    "/api/v1/devices/" + Rows.imei(5) + "/block",
                                    Role.REGULATOR,
                                    "{\"authority\":\"MIA\",\"reason\":\"stolen\",\"reference\":\"1-1\"}")
                            .statusCode())
                    .isEqualTo(201);
            assertThat(own.get(CHECK + "?pei=imei-" + Rows.imei(5), Role.OPERATOR)
                            .body())
                    .isEqualTo("{\"status\":\"BLACKLISTED\"}");
        }
        assertThat(data.resolve("equipment.snapshot")).exists();
        try (OpenDoors again = OpenDoors.on(data)) {
            assertThat(again.get(CHECK + "?pei=imei-" + Rows.imei(5), Role.OPERATOR)
                            .body())
                    .isEqualTo("{\"status\":\"BLACKLISTED\"}");
        }
    }

    @Test
    void a_client_that_offers_http_2_with_a_file_is_not_refused() {
        // Java's own client offers to go over with every request it sends in the clear.
        byte[] large = (Rows.IMPORTS + Rows.imported(9).repeat(5_000)).getBytes(StandardCharsets.UTF_8);
        assertThat(doors.answer(doors.ask("/api/v1/files/customs-imports", Role.CUSTOMS)
                                .POST(BodyPublishers.ofByteArray(large)))
                        .statusCode())
                .isEqualTo(202);
    }

    private static HttpResponse<String> ask(String query) {
        return doors.answer(doors.ask(CHECK + "?" + query).header("Authorization", "Bearer " + token));
    }
}
