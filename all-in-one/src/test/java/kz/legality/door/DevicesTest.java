package kz.legality.door;

import static kz.legality.door.OpenDoors.fields;
import static kz.legality.door.OpenDoors.header;
import static kz.legality.door.OpenDoors.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import kz.legality.access.AccessEvent;
import kz.legality.door.access.Role;
import kz.legality.identifier.Imei;
import kz.legality.query.device.Moment;
import kz.legality.query.device.RegisteredOwner;
import kz.legality.sample.Rows;
import org.axonframework.eventhandling.DomainEventMessage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Phone 1 was imported and exported, 2 registered and nothing else, 3 declared by a person and registered to him. */
class DevicesTest {
    private static final String EXPORTED = "/api/v1/devices/" + Rows.imei(1);
    private static final String UNPROVEN = "/api/v1/devices/" + Rows.imei(2);
    private static final String OWN = "/api/v1/devices/" + Rows.imei(3);
    private static OpenDoors doors;
    private static String importsHash = "";
    private static Instant afterImports = Instant.EPOCH;

    @BeforeAll
    static void open(@TempDir Path data) {
        doors = OpenDoors.on(data);
        doors.feed("gsma-tac", Rows.allocated());
        importsHash = doors.feed("customs-imports", Rows.IMPORTS + Rows.imported(1))
                .path("sha256")
                .asText();
        afterImports = Instant.now();
        doors.feed("customs-exports", Rows.EXPORTS + Rows.exported(1));
        doors.feed("personal-declarations", Rows.DECLARATIONS + Rows.declared(3, 3));
        doors.feed("registrations", Rows.REGISTRATIONS + Rows.registered(2, 2) + Rows.registered(3, 3));
    }

    @Test
    void customs_reads_the_owner_of_what_its_own_office_passed() {
        assertThat(ownerReadBy("50402", OWN).at("/person/value").asText()).isEqualTo(Rows.iin(3));
        assertThat(ownerReadBy("50501", OWN).at("/person/withheld").asBoolean())
                .as("another office's")
                .isTrue();
        assertThat(ownerReadBy("50402", UNPROVEN).at("/person/withheld").asBoolean())
                .as("no office's")
                .isTrue();
    }

    private static JsonNode ownerReadBy(String office, String phone) {
        return json(doors.answer(doors.ask(
                        phone + "?purpose=control&legalBasis=art.%2017", Role.CUSTOMS, Map.of("office", office))))
                .path("owner");
    }

    @AfterAll
    static void close() {
        doors.close();
    }

    @Test
    void the_state_says_status_reasons_model_and_the_position_it_was_read_at() {
        HttpResponse<String> answer = doors.get(UNPROVEN, Role.AUDITOR);
        JsonNode state = json(answer);
        assertThat(fields(state)).contains("status", "reasons", "deadline", "owner", "siblings", "findings");
        assertThat(state.path("imei").asText()).isEqualTo(Rows.imei(2));
        assertThat(state.path("marketingName").asText()).isEqualTo("Galaxy S25 Ultra");
        assertThat(state.path("reasons")).isNotEmpty();
        assertThat(Long.parseLong(header(answer, "X-Ledger-Position"))).isPositive();
    }

    @Test
    void a_history_is_told_oldest_first_with_every_field_of_the_contract() {
        JsonNode history = json(doors.get(EXPORTED + "/history", Role.AUDITOR));
        assertThat(history.path("imei").asText()).isEqualTo(Rows.imei(1));
        assertThat(history.path("events").findValuesAsText("type")).containsExactly("DeviceImported", "DeviceExported");
        JsonNode first = history.path("events").get(0);
        assertThat(fields(first).subList(0, 9))
                .containsExactly(
                        "position",
                        "sequence",
                        "type",
                        "occurredAt",
                        "recordedAt",
                        "source",
                        "data",
                        "policyVersion",
                        "corrects");
        assertThat(first.path("sequence").asLong()).isZero();
        assertThat(OffsetDateTime.parse(first.path("occurredAt").asText()).toInstant())
                .isEqualTo(Instant.parse("2025-04-12T05:00:00Z"));
        assertThat(Instant.parse(first.path("recordedAt").asText()))
                .isBetween(afterImports.minusSeconds(60), afterImports);
        assertThat(first.path("source").path("file").asText()).isEqualTo(importsHash);
        assertThat(first.path("source").path("row").asLong()).isEqualTo(1);
        assertThat(first.path("data").path("unitVat").asLong()).isEqualTo(1_800_000);
        assertThat(first.path("corrects").isNull()).isTrue();
    }

    @Test
    void the_past_is_asked_for_by_what_was_true_and_by_what_was_known() {
        assertThat(events(EXPORTED + "/history?asOf=2025-05-01")).containsExactly("DeviceImported");
        assertThat(events(EXPORTED + "/history?asOf=2025-05-01T00:00:00%2B05:00"))
                .containsExactly("DeviceImported");
        assertThat(events(EXPORTED + "/history?knownAt=" + afterImports)).containsExactly("DeviceImported");
        assertThat(events(EXPORTED + "/history?knownAt=2025-01-01")).isEmpty();
        assertThat(json(doors.get(EXPORTED + "?asOf=2025-05-01", Role.AUDITOR))
                        .path("status")
                        .asText())
                .isEqualTo("WHITE");
        assertThat(json(doors.get(EXPORTED + "?asOf=2025-03-01", Role.AUDITOR))
                        .path("status")
                        .asText())
                .isEqualTo("UNKNOWN");
    }

    @Test
    void fourteen_fifteen_and_sixteen_digits_are_the_same_phone() {
        String key = Rows.imei(1).substring(0, 14);
        String full = doors.get(EXPORTED + "/history", Role.AUDITOR).body();
        assertThat(doors.get("/api/v1/devices/" + key + "/history", Role.AUDITOR)
                        .body())
                .isEqualTo(full);
        assertThat(doors.get("/api/v1/devices/" + key + "01/history", Role.AUDITOR)
                        .body())
                .isEqualTo(full);
    }

    @Test
    void a_phone_nobody_heard_of_is_unknown_and_no_error() {
        String address = "/api/v1/devices/" + Rows.imei(999);
        JsonNode state = json(doors.get(address, Role.AUDITOR));
        assertThat(state.path("status").asText()).isEqualTo("UNKNOWN");
        assertThat(state.at("/reasons/0/code").asText()).isEqualTo("NO_RECORD");
        assertThat(events(address + "/history")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"123", "353287110000019", "35328711000001x", "35328711000001234"})
    void what_is_no_imei_is_a_problem_that_says_what_is_wrong_with_it(String imei) {
        HttpResponse<String> refused = doors.get("/api/v1/devices/" + imei, Role.AUDITOR);
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(header(refused, "Content-Type")).startsWith("application/problem+json");
        JsonNode problem = json(refused);
        assertThat(fields(problem)).containsExactly("type", "title", "status", "detail", "code", "errors");
        assertThat(problem.at("/errors/0/pointer").asText()).isEqualTo("#/imei");
        assertThat(problem.at("/errors/0/detail").asText()).isNotBlank();
    }

    @Test
    void a_time_that_is_none_is_a_problem_that_names_it() {
        JsonNode problem = json(doors.get(EXPORTED + "?knownAt=yesterday", Role.AUDITOR));
        assertThat(problem.path("status").asInt()).isEqualTo(400);
        assertThat(problem.at("/errors/0/pointer").asText()).isEqualTo("#/knownAt");
        assertThat(problem.path("detail").asText()).startsWith("knownAt").contains("yesterday");
    }

    @Test
    void a_person_is_withheld_from_who_states_no_purpose_and_from_the_regulator_always() {
        for (String body : List.of(
                doors.get(UNPROVEN, Role.AUDITOR).body(),
                doors.get(UNPROVEN + "/history", Role.AUDITOR).body(),
                doors.get(UNPROVEN + "/history?" + OpenDoors.READING, Role.REGULATOR)
                        .body(),
                doors.get(UNPROVEN + "?" + OpenDoors.READING, Role.OPERATOR).body())) {
            assertThat(body)
                    .contains("\"withheld\":true")
                    .doesNotContain(Rows.iin(2), Rows.msisdn(2), Rows.imsi(2), "sealed", "commitment");
        }
    }

    @Test
    void a_person_is_shown_for_a_purpose_and_the_look_is_an_event() {
        JsonNode state = json(doors.get(UNPROVEN + "?" + OpenDoors.READING, Role.AUDITOR));
        assertThat(state.at("/owner/person/value").asText()).isEqualTo(Rows.iin(2));
        AccessEvent.HistoryViewed look = looks(2).getLast();
        assertThat(look.roles()).containsExactly("AUDITOR");
        assertThat(look.purpose()).isEqualTo("judgment");
        assertThat(look.caseNumber()).isNull();

        int before = looks(2).size();
        String history =
                doors.get(UNPROVEN + "/history?" + OpenDoors.COURT, Role.COURT).body();
        assertThat(history).contains(Rows.iin(2), Rows.msisdn(2), Rows.imsi(2));
        assertThat(looks(2)).hasSize(before + 1);
        look = looks(2).getLast();
        assertThat(look.caseNumber()).isEqualTo("2-17");
        assertThat(look.orderHash()).isEqualTo("0a".repeat(32));
        assertThat(look.fields()).contains("owner.person", "msisdn", "imsi");
    }

    @Test
    void who_was_shown_nobody_leaves_no_trace() {
        int before = looks(2).size();
        doors.get(UNPROVEN + "/history", Role.AUDITOR);
        doors.get(UNPROVEN, Role.REGULATOR);
        assertThat(looks(2)).hasSize(before);
    }

    @Test
    void a_court_without_case_and_order_reads_nothing() {
        JsonNode problem = json(doors.get(UNPROVEN + "/history?" + OpenDoors.READING, Role.COURT));
        assertThat(problem.path("status").asInt()).isEqualTo(400);
        assertThat(problem.path("errors").findValuesAsText("pointer")).containsExactly("#/case", "#/orderHash");
    }

    @Test
    void a_citizen_reads_of_his_own_phone_and_of_no_other() {
        Map<String, String> himself = Map.of("sub", "a-citizen", "person", pseudonymOfOwner(3));
        JsonNode state = json(doors.answer(doors.ask(OWN, Role.CITIZEN, himself)));
        assertThat(state.at("/owner/person/value").asText()).isEqualTo(Rows.iin(3));
        HttpResponse<String> history = doors.answer(doors.ask(OWN + "/history", Role.CITIZEN, himself));
        assertThat(history.statusCode()).isEqualTo(200);
        assertThat(history.body()).contains("DeviceRegistered").doesNotContain(Rows.iin(3));
        for (String other : List.of(UNPROVEN, UNPROVEN + "/history", EXPORTED, "/api/v1/devices/" + Rows.imei(998))) {
            HttpResponse<String> refused = doors.answer(doors.ask(other, Role.CITIZEN, himself));
            assertThat(refused.statusCode()).as(other).isEqualTo(403);
            assertThat(header(refused, "Content-Type")).startsWith("application/problem+json");
        }
        assertThat(doors.get(OWN, Role.CITIZEN).statusCode()).isEqualTo(403);
    }

    private static List<String> events(String address) {
        return json(doors.get(address, Role.AUDITOR)).path("events").findValuesAsText("type");
    }

    private static List<AccessEvent.HistoryViewed> looks(int phone) {
        List<AccessEvent.HistoryViewed> looks = new ArrayList<>();
        doors.server()
                .ledger()
                .events()
                .readEvents("access:" + Rows.imei(phone).substring(0, 14))
                .asStream()
                .map(DomainEventMessage::getPayload)
                .forEach(event -> looks.add((AccessEvent.HistoryViewed) event));
        return looks;
    }

    private static String pseudonymOfOwner(int phone) {
        RegisteredOwner owner = doors.server()
                .ledger()
                .queries()
                .devices()
                .state(new Imei(Rows.imei(phone)), Moment.NOW)
                .owner();
        return ((RegisteredOwner.Person) java.util.Objects.requireNonNull(owner))
                .person()
                .pseudonym()
                .value();
    }
}
