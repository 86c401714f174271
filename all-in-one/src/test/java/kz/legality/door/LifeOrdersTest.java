package kz.legality.door;

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

/** Orders about a device's later life, over HTTP. */
class LifeOrdersTest {
    private static final String REPORT = "{\"authority\":\"Police\",\"reference\":\"KUI-1\"}";
    private static final String FOUND = "{\"authority\":\"Police\",\"reference\":\"KUI-2\",\"reason\":\"found\"}";
    private static final String BLOCK = "{\"authority\":\"Police\",\"reason\":\"stolen\",\"reference\":\"KUI-1\"}";

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
    void a_stolen_phone_is_black_at_once_and_white_again_when_found() {
        assertThat(order(1, "stolen", REPORT).statusCode()).isEqualTo(201);
        assertThat(state(1).path("status").asText()).isEqualTo("BLACK");
        assertThat(state(1).at("/reasons/0/code").asText()).isEqualTo("REPORTED_STOLEN");
        assertThat(order(1, "found", FOUND).statusCode()).isEqualTo(201);
        assertThat(state(1).path("status").asText()).isEqualTo("WHITE");
    }

    @Test
    void what_nobody_reported_is_not_found() {
        HttpResponse<String> refused = order(2, "found", FOUND);
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(json(refused).path("type").asText()).endsWith(":NOT_REPORTED");
    }

    @Test
    void a_key_that_comes_again_with_another_order_is_refused() {
        String[] key = {"Idempotency-Key", "order-3"};
        HttpResponse<String> first = doors.order(phone(3) + "/block", Role.REGULATOR, BLOCK, key);
        assertThat(first.statusCode()).as(first.body()).isEqualTo(201);
        HttpResponse<String> other =
                doors.order(phone(3) + "/block", Role.REGULATOR, BLOCK.replace("KUI-1", "KUI-9"), key);
        assertThat(other.statusCode()).as(other.body()).isEqualTo(422);
        assertThat(json(other).path("type").asText()).endsWith("idempotency-key-reused");
        assertThat(doors.order(phone(3) + "/stolen", Role.REGULATOR, REPORT, key)
                        .statusCode())
                .isEqualTo(422);
        assertThat(doors.order(phone(3) + "/block", Role.REGULATOR, BLOCK, key).body())
                .isEqualTo(first.body());
    }

    @Test
    void an_appeal_upheld_by_a_named_person_takes_the_block_away() {
        doors.order(phone(4) + "/block", Role.REGULATOR, BLOCK);
        String appeal =
                "{\"number\":\"A-1\",\"against\":1,\"appellant\":{\"bin\":\"941240000193\"},\"grounds\":\"not ours\"}";
        HttpResponse<String> filed = order(4, "appeals", appeal);
        assertThat(filed.statusCode()).as(filed.body()).isEqualTo(201);
        assertThat(state(4).path("status").asText()).isEqualTo("BLACK");
        String upheld =
                "{\"number\":\"A-1\",\"outcome\":\"UPHELD\",\"decidedBy\":\"A. Serikov\",\"reasoning\":\"another"
                        + " phone\"}";
        HttpResponse<String> decided = order(4, "appeals/decision", upheld);
        assertThat(decided.statusCode()).as(decided.body()).isEqualTo(201);
        assertThat(state(4).path("status").asText()).isEqualTo("WHITE");
        assertThat(order(4, "appeals/decision", upheld.replace("UPHELD", "DISMISSED"))
                        .statusCode())
                .isEqualTo(409);
    }

    @Test
    void two_imeis_shown_to_be_one_device_share_its_legality_until_the_pairing_is_undone() {
        String pairing = "{\"other\":\"" + Rows.imei(20) + "\",\"evidence\":\"PHOTOGRAPH\",\"reference\":\"photo 1\"}";
        HttpResponse<String> paired = order(5, "pairing", pairing);
        assertThat(paired.statusCode()).as(paired.body()).isEqualTo(201);
        assertThat(state(20).path("status").asText()).isEqualTo("WHITE");
        assertThat(state(20).at("/siblings/0").asText()).isEqualTo(Rows.imei(5));
        String undone = "{\"other\":\"" + Rows.imei(20) + "\",\"reference\":\"not one device\",\"undo\":true}";
        assertThat(order(5, "pairing", undone).statusCode()).isEqualTo(201);
        assertThat(state(20).path("status").asText()).isEqualTo("UNKNOWN");
        assertThat(order(5, "pairing", undone).statusCode()).isEqualTo(409);
    }

    @Test
    void a_stolen_phone_takes_its_second_imei_off_the_white_list() {
        String pairing = "{\"other\":\"" + Rows.imei(21) + "\",\"evidence\":\"PHOTOGRAPH\",\"reference\":\"photo 2\"}";
        assertThat(order(6, "pairing", pairing).statusCode()).isEqualTo(201);
        assertThat(order(6, "stolen", REPORT).statusCode()).isEqualTo(201);
        assertThat(state(21).path("status").asText()).isNotEqualTo("WHITE");
    }

    @Test
    void a_new_board_takes_the_place_of_a_lawful_one() {
        String board = "{\"replacement\":\"" + Rows.imei(22)
                + "\",\"serviceCentre\":\"980540002879\",\"reference\":\"act 5\"}";
        HttpResponse<String> replaced = order(7, "board", board);
        assertThat(replaced.statusCode()).as(replaced.body()).isEqualTo(201);
        assertThat(state(22).path("status").asText()).isEqualTo("WHITE");
        assertThat(state(7).path("status").asText()).isEqualTo("UNKNOWN");
    }

    @Test
    void nobody_hands_on_what_is_not_his() {
        String sale =
                "{\"from\":{\"bin\":\"941240000193\"},\"to\":{\"bin\":\"940140000385\"},\"basis\":\"contract 5\"}";
        HttpResponse<String> refused = order(8, "ownership", sale);
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(json(refused).path("type").asText()).endsWith(":NOT_THE_OWNER");
        assertThat(order(8, "ownership", "{\"from\":{},\"basis\":\"x\"}").statusCode())
                .isEqualTo(400);
    }

    @Test
    void a_bar_is_lifted_from_its_own_list_and_an_exemption_is_recorded() {
        String bar = "{\"list\":\"barred-list\",\"authority\":\"GRS\",\"basis\":\"order 226\"}";
        assertThat(order(9, "bar", bar).statusCode()).isEqualTo(201);
        assertThat(state(9).path("status").asText()).isEqualTo("BLACK");
        assertThat(order(9, "bar", bar.replace("}", ",\"lift\":true}")).statusCode())
                .isEqualTo(201);
        assertThat(state(9).path("status").asText()).isEqualTo("WHITE");
        assertThat(order(23, "exemption", "{\"exemption\":\"M2M\",\"basis\":\"meter\"}")
                        .statusCode())
                .isEqualTo(201);
        assertThat(state(23).path("status").asText()).isEqualTo("WHITE");
    }

    private static HttpResponse<String> order(int phone, String verb, String body) {
        return doors.order(phone(phone) + "/" + verb, Role.REGULATOR, body);
    }

    private static JsonNode state(int phone) {
        return json(doors.get(phone(phone), Role.REGULATOR));
    }

    private static String phone(int n) {
        return "/api/v1/devices/" + Rows.imei(n);
    }
}
