package kz.legality.accesstest;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import kz.legality.door.access.Role;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class PurposeAtTheDoorTest extends Server {
    private static final String HISTORY = "/api/v1/devices/350000000000006/history";
    private static final String ORDER = "0a".repeat(32);

    @Test
    void a_court_without_case_and_order_is_told_what_is_missing() {
        HttpResponse<String> refused = answer(ask("GET", HISTORY, token(Role.COURT)));
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(contentType(refused)).startsWith("application/problem+json");
        JsonNode problem = JsonMapper.shared().readTree(refused.body());
        assertThat(problem.get("type").stringValue()).isEqualTo("urn:legality:refusal:purpose");
        assertThat(problem.get("errors").findValuesAsString("pointer")).containsExactly("#/case", "#/orderHash");
    }

    @Test
    void a_court_is_refused_even_where_the_controller_asks_for_no_purpose() {
        assertThat(answer(ask("GET", "/api/v1/devices/350000000000006", token(Role.COURT)))
                        .statusCode())
                .isEqualTo(400);
        assertThat(answer(ask("POST", "/api/v1/evidence", token(Role.COURT))).statusCode())
                .isEqualTo(400);
    }

    @Test
    void a_court_checks_a_device_in_public_like_anybody() {
        assertThat(answer(ask("GET", "/api/v1/public/devices/1", token(Role.COURT)))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void a_court_reads_under_its_case_and_order() {
        JsonNode read = read(
                HISTORY + "?case=2-17&orderHash=" + ORDER + "&purpose=judgment&legalBasis=art.73",
                Role.COURT,
                Map.of());
        assertThat(read.get("case").stringValue()).isEqualTo("2-17");
        assertThat(read.get("personal").booleanValue()).isTrue();
    }

    @Test
    void the_case_may_stand_in_the_token() {
        JsonNode read = read(HISTORY + "?orderHash=" + ORDER, Role.COURT, Map.of("case", "2-17"));
        assertThat(read.get("case").stringValue()).isEqualTo("2-17");
    }

    @Test
    void an_auditor_who_states_no_purpose_reads_without_persons() {
        assertThat(read(HISTORY, Role.AUDITOR, Map.of()).get("personal").booleanValue())
                .isFalse();
        assertThat(read(HISTORY + "?purpose=audit&legalBasis=art.125", Role.AUDITOR, Map.of())
                        .get("personal")
                        .booleanValue())
                .isTrue();
    }

    @Test
    void a_purpose_in_kazakh_arrives_as_it_was_written() throws Exception {
        String kazakh = "қайтарымды тексеру";
        assertThat(read(
                                HISTORY + "?purpose=" + URLEncoder.encode(kazakh, StandardCharsets.UTF_8),
                                Role.AUDITOR,
                                Map.of())
                        .get("purpose")
                        .stringValue())
                .isEqualTo(kazakh);
        // Java's client sends only ASCII in headers, so this one is written by hand.
        String answer = Wire.send(
                port,
                "GET " + HISTORY + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\nAuthorization: Bearer "
                        + token(Role.AUDITOR) + "\r\nX-Purpose: " + kazakh + "\r\n\r\n");
        assertThat(answer).contains(kazakh);
    }

    @Test
    void a_controller_knows_the_caller() {
        JsonNode read = read(HISTORY, Role.CITIZEN, Map.of("person", "pseudonym", "sub", "somebody"));
        assertThat(read.get("person").stringValue()).isEqualTo("pseudonym");
        assertThat(read.get("actor").stringValue()).isEqualTo("somebody");
    }

    private JsonNode read(String address, Role role, Map<String, String> claims) {
        HttpResponse<String> answer = answer(ask("GET", address, token(role, claims)));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JsonMapper.shared().readTree(answer.body());
    }
}
