package kz.legality.door;

import static kz.legality.door.OpenDoors.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import kz.legality.door.access.Role;
import kz.legality.door.answer.AnswerJson;
import kz.legality.sample.Rows;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What DIRBS gets wrong in its lists (PEERS 3), and this ledger does not. */
class DirbsDefectsTest {
    /** There the first pairing of a subscriber takes every other phone of his off the notifications. */
    @Test
    void defect_1_a_subscriber_with_a_pairing_is_warned_about_another_phone_of_his(@TempDir Path data) {
        try (OpenDoors doors = OpenDoors.on(data)) {
            doors.feed(
                    "registrations",
                    Rows.REGISTRATIONS + registered(31, 1, 1) + registered(31, 2, 2) + registered(32, 1, 1));
            String genuine = "{\"authority\":\"GRS\",\"reference\":\"R-1\",\"imsi\":\"" + Rows.imsi(1)
                    + "\",\"msisdn\":\"" + Rows.msisdn(1) + "\",\"evidence\":\"receipt shown\"}";
            HttpResponse<String> resolved = doors.order(phone(31) + "/clone-resolution", Role.REGULATOR, genuine);
            assertThat(resolved.statusCode()).as(resolved.body()).isEqualTo(201);

            doors.order("/api/v1/maintenance/notify", Role.REGULATOR, "");

            JsonNode warned = json(doors.get(phone(32) + "/notices", Role.REGULATOR));
            assertThat(warned.findValuesAsText("language")).containsExactly("kk", "ru");
        }
    }

    /** There pruning drops list records still in force: the next delta orders every block again, its first day is gone. */
    @Test
    void defect_3_what_is_blocked_is_not_ordered_again_and_keeps_the_day_it_was_blocked_first(@TempDir Path data) {
        try (OpenDoors doors = OpenDoors.on(data)) {
            doors.feed("blocks", Rows.BLOCKS + Rows.blocked(1) + Rows.blocked(2));
            String held = release(doors, "black");
            for (int n = 3; n <= 5; n++) {
                doors.feed("blocks", Rows.BLOCKS + Rows.blocked(n).replace("2025-07-01", "2026-01-0" + n));
                release(doors, "black");
            }
            doors.server().ledger().queries().projections().replay(List.of("devices"), step -> {});

            List<JsonNode> ordered = lines(doors, "black?since=" + held);
            assertThat(ordered)
                    .extracting(it -> it.path("imei").asText())
                    .containsExactly(Rows.imei(3), Rows.imei(4), Rows.imei(5));
            assertThat(lines(doors, "black"))
                    .filteredOn(it -> Rows.imei(1).equals(it.path("imei").asText()))
                    .singleElement()
                    .satisfies(it -> assertThat(it.path("blockDate").asText()).isEqualTo("2025-07-01"));
        }
    }

    private static String registered(int phone, int person, int line) {
        String yesterday = OffsetDateTime.now(ZoneOffset.ofHours(5))
                .minusDays(1)
                .withNano(0)
                .toString();
        return yesterday + "," + Rows.imei(phone) + "," + Rows.iin(person) + "," + Rows.msisdn(line) + ","
                + Rows.imsi(line) + ",Kcell\n";
    }

    private static String release(OpenDoors doors, String list) {
        return OpenDoors.header(lists(doors, list), "X-List-Release");
    }

    private static List<JsonNode> lines(OpenDoors doors, String list) {
        return lists(doors, list).body().lines().map(AnswerJson::parse).toList();
    }

    private static HttpResponse<String> lists(OpenDoors doors, String list) {
        return doors.answer(doors.ask("/api/v1/lists/" + list, Role.OPERATOR).header("Accept", "application/jsonl"));
    }

    private static String phone(int n) {
        return "/api/v1/devices/" + Rows.imei(n);
    }
}
