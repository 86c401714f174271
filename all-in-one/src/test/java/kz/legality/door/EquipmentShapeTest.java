package kz.legality.door;

import static kz.legality.door.OpenDoors.fields;
import static kz.legality.door.OpenDoors.header;
import static kz.legality.door.OpenDoors.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kz.legality.door.access.Role;
import kz.legality.sample.Rows;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Every answer of N5g-eir_EquipmentIdentityCheck has the shape its OpenAPI says (TS 29.511, 6.1; ProblemDetails of TS
 * 29.571). The first time a token asks it goes all of Spring's way, then the short one: both are looked at.
 */
class EquipmentShapeTest {
    private static final String CHECK = "/n5g-eir-eic/v1/equipment-status";
    /** Of the interface. */
    private static final Set<Integer> STATUSES =
            Set.of(200, 307, 308, 400, 401, 403, 404, 406, 414, 429, 500, 502, 503);

    private static final Set<String> EQUIPMENT_STATUSES = Set.of("WHITELISTED", "BLACKLISTED", "GREYLISTED");
    private static final Set<String> PROBLEM_FIELDS = Set.of(
            "type",
            "title",
            "status",
            "detail",
            "instance",
            "cause",
            "invalidParams",
            "supportedFeatures",
            // RFC 9457 lets a problem have members of its own, which clients pass over.
            "code",
            "errors");

    private static OpenDoors doors;

    @BeforeAll
    static void open(@TempDir Path data) {
        doors = OpenDoors.on(data);
        doors.feed("customs-imports", Rows.IMPORTS + Rows.imported(1) + Rows.imported(2));
        doors.feed("registrations", Rows.REGISTRATIONS + Rows.registered(31, 1));
        doors.feed("blocks", Rows.BLOCKS + Rows.blocked(2));
    }

    @AfterAll
    static void close() {
        doors.close();
    }

    @ParameterizedTest
    @CsvSource({
        "200, pei=imei-{1},",
        "200, pei=imei-{2}&supi=imsi-401017000000031&gpsi=msisdn-77051234567,",
        "200, pei=imeisv-{2}0&supported-features=1F,",
        "200, pei=imei-{31},",
        "404, pei=imei-{77}, ERROR_EQUIPMENT_UNKNOWN",
        "404, pei=mac-00-11-22-33-44-55, ERROR_EQUIPMENT_UNKNOWN",
        "404, pei=eui-00-11-22-33-44-55-66-77, ERROR_EQUIPMENT_UNKNOWN",
        "400, supi=imsi-401017000000031, MANDATORY_QUERY_PARAM_MISSING",
        "400, pei=353287110000013, MANDATORY_QUERY_PARAM_INCORRECT",
        "400, pei=imei-{1}&gpsi=77051234567, OPTIONAL_QUERY_PARAM_INCORRECT",
        "400, pei=imei-{1}&supported-features=yes, OPTIONAL_QUERY_PARAM_INCORRECT"
    })
    void a_question_is_answered_in_the_standards_shape(int status, String query, String cause) {
        String written = query.replace("{1}", Rows.imei(1))
                .replace("{2}", Rows.imei(2))
                .replace("{31}", Rows.imei(31))
                .replace("{77}", Rows.imei(77));
        String token = doors.token(Role.OPERATOR, Map.of());
        for (String way : List.of("all of it", "the short one")) {
            HttpResponse<String> answer =
                    doors.answer(doors.ask(CHECK + "?" + written).header("Authorization", "Bearer " + token));
            assertThat(answer.statusCode()).as("%s, %s", written, way).isEqualTo(status);
            requireShape(answer);
            assertThat(json(answer).path("cause").asText(null)).isEqualTo(cause);
        }
    }

    @Test
    void who_may_not_ask_is_refused_in_the_standards_shape() {
        String query = CHECK + "?pei=imei-" + Rows.imei(1);
        HttpResponse<String> stranger = doors.answer(doors.ask(query));
        assertThat(stranger.statusCode()).isEqualTo(401);
        assertThat(header(stranger, "WWW-Authenticate")).startsWith("Bearer");
        HttpResponse<String> auditor = doors.get(query, Role.AUDITOR);
        assertThat(auditor.statusCode()).isEqualTo(403);
        HttpResponse<String> forged = doors.answer(doors.ask(query).header("Authorization", "Bearer " + "e30.e30.e30"));
        assertThat(forged.statusCode()).isEqualTo(401);
        List.of(stranger, auditor, forged).forEach(EquipmentShapeTest::requireShape);
    }

    @Test
    void who_takes_no_json_and_who_asks_at_endless_length_are_told_so() {
        String token = doors.token(Role.OPERATOR, Map.of());
        for (int i = 0; i < 2; i++) {
            HttpResponse<String> html =
                    doors.answer(asking("pei=imei-" + Rows.imei(1), token).header("Accept", "text/html"));
            assertThat(html.statusCode()).isEqualTo(406);
            requireShape(html);
            HttpResponse<String> endless = doors.answer(asking("pei=imei-" + "1".repeat(3_000), token));
            assertThat(endless.statusCode()).isEqualTo(414);
            requireShape(endless);
        }
    }

    private static HttpRequest.Builder asking(String query, String token) {
        return doors.ask(CHECK + "?" + query).header("Authorization", "Bearer " + token);
    }

    private static void requireShape(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isIn(STATUSES);
        JsonNode body = json(answer);
        if (answer.statusCode() == 200) {
            assertThat(header(answer, "Content-Type")).isEqualTo("application/json");
            assertThat(fields(body)).containsExactly("status");
            assertThat(body.path("status").asText()).isIn(EQUIPMENT_STATUSES);
            return;
        }
        assertThat(header(answer, "Content-Type")).isEqualTo("application/problem+json");
        assertThat(fields(body)).isSubsetOf(PROBLEM_FIELDS).contains("title", "status");
        assertThat(body.path("status").isInt()).isTrue();
        assertThat(body.path("status").asInt()).isEqualTo(answer.statusCode());
        assertThat(URI.create(body.path("type").asText("about:blank"))).isNotNull();
        if (body.has("cause")) {
            assertThat(body.path("cause").asText()).matches("[A-Z][A-Z0-9_]+");
        }
    }
}
