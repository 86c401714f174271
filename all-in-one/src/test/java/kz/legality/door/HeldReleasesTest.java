package kz.legality.door;

import static kz.legality.door.OpenDoors.header;
import static kz.legality.door.OpenDoors.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import kz.legality.door.access.Role;
import kz.legality.event.Source;
import kz.legality.policy.Policy;
import kz.legality.sample.Rows;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ten phones are Kcell's and two Beeline's; by this policy more than two and more than 300 of a thousand need two persons. */
class HeldReleasesTest {
    private static final String BLACK = "/api/v1/lists/black";
    private static final String REASON = "{\"reason\":\"as ordered\"}";

    @TempDir
    Path data;

    private OpenDoors doors;

    @BeforeEach
    void open() {
        doors = OpenDoors.on(data);
        doors.server().ledger().activate(strict(), new Source.Rule("test"));
        StringBuilder registered = new StringBuilder(Rows.REGISTRATIONS);
        for (int n = 1; n <= 10; n++) {
            registered.append(Rows.registered(n, n));
        }
        registered.append(Rows.registered(11, 11).replace("Kcell", "Beeline"));
        registered.append(Rows.registered(12, 12).replace("Kcell", "Beeline"));
        doors.feed("registrations", registered.toString());
    }

    @AfterEach
    void close() {
        doors.close();
    }

    private static Policy strict() {
        Map<String, Object> terms = new LinkedHashMap<>(Policy.kazakhstan().terms());
        Map<String, Object> network = new LinkedHashMap<>();
        ((Map<?, ?>) terms.getOrDefault("network", Map.of())).forEach((key, value) -> network.put((String) key, value));
        network.put("cutOffCountMax", 2);
        network.put("cutOffPerMilleMax", 300);
        terms.put("network", network);
        terms.put("version", "KZ-strict");
        return Policy.of(terms);
    }

    private void block(int... phones) {
        StringBuilder orders = new StringBuilder(Rows.BLOCKS);
        for (int n : phones) {
            orders.append(Rows.blocked(n));
        }
        doors.feed("blocks", orders.toString());
    }

    @Test
    void a_release_that_cuts_off_many_goes_out_when_two_persons_signed_it() {
        block(1, 2, 11);
        assertThat(header(black(), "X-List-Release"))
                .as("three, but two of one operator")
                .isEqualTo("1");
        block(3, 4, 5, 6, 12);
        JsonNode dryRun = json(doors.get(BLACK + "/releases/dry-run", Role.REGULATOR));
        assertThat(dryRun.path("needsTwoPersons").asBoolean()).isTrue();
        assertThat(dryRun.path("added").asInt()).isEqualTo(5);
        assertThat(dryRun.at("/cutOffs/1/operator").asText()).isEqualTo("Kcell");
        assertThat(dryRun.at("/cutOffs/1/subscribers").asInt()).isEqualTo(4);
        assertThat(dryRun.at("/cutOffs/1/registered").asInt()).isEqualTo(10);
        assertThat(dryRun.at("/cutOffs/1/perMille").asInt()).isEqualTo(400);
        JsonNode own = json(
                doors.answer(doors.ask(BLACK + "/releases/dry-run", Role.OPERATOR, Map.of("operator", "beeline"))));
        assertThat(own.path("cutOffs")).hasSize(1);
        assertThat(own.at("/cutOffs/0/subscribers").asInt()).isEqualTo(1);

        assertThat(header(black(), "X-List-Release")).isEqualTo("1");
        JsonNode held = json(doors.get(BLACK + "/releases/held", Role.REGULATOR));
        assertThat(held.path("number").asInt()).isEqualTo(2);
        assertThat(held.path("signatures")).isEmpty();

        assertThat(sign(2, "Akhmetova").statusCode()).isEqualTo(202);
        assertThat(json(sign(2, "Akhmetova")).path("type").asText()).endsWith("SAME_PERSON");
        // What comes between the two is in the next release; what was looked at stays what it was.
        block(7);
        assertThat(header(black(), "X-List-Release")).isEqualTo("1");
        doors.close();
        doors = OpenDoors.on(data);
        assertThat(sign(2, "Bekov").statusCode()).isEqualTo(201);
        assertThat(sign(2, "Bekov").statusCode()).isEqualTo(409);
        assertThat(doors.answer(doors.ask(BLACK + "?release=2", Role.OPERATOR).header("Accept", "application/jsonl"))
                        .body()
                        .lines())
                .hasSize(8);
        HttpResponse<String> next = black();
        assertThat(header(next, "X-List-Release")).isEqualTo("3");
        assertThat(next.body().lines()).hasSize(9);
        assertThat(doors.get(BLACK + "/releases/held", Role.REGULATOR).statusCode())
                .isEqualTo(404);
    }

    @Test
    void a_first_release_that_is_held_is_told_of_and_a_block_that_is_lifted_lets_it_go() {
        block(1, 2, 3, 4);
        HttpResponse<String> refused = black();
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(json(refused).path("type").asText()).endsWith("RELEASE_HELD");
        HttpResponse<String> page = doors.answer(doors.ask("/operator", Role.OPERATOR, Map.of("operator", "kcell"))
                .header("Accept", "text/html")
                .header("Accept-Language", "en"));
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("Release 1 waits for the signatures of two persons; it would cut off 4 of");
        assertThat(page.body()).doesNotContain("The newest release is acknowledged");
        String lift = "{\"authority\":\"Police\",\"reason\":\"found\",\"reference\":\"L-1\",\"liftsReference\":\"KUI-";
        for (int n = 3; n <= 4; n++) {
            assertThat(doors.order("/api/v1/devices/" + Rows.imei(n) + "/unblock", Role.REGULATOR, lift + n + "\"}")
                            .statusCode())
                    .isLessThan(300);
        }
        assertThat(black().body().lines()).hasSize(2);
        assertThat(sign(1, "Akhmetova").statusCode()).as("nothing waits").isEqualTo(409);
        assertThat(doors.answer(doors.ask(BLACK + "/releases/1/signature", Role.REGULATOR)
                                .header("Content-Type", "application/json")
                                .POST(BodyPublishers.ofString("{}")))
                        .statusCode())
                .isEqualTo(400);
    }

    private HttpResponse<String> sign(int number, String person) {
        return doors.answer(
                doors.ask(BLACK + "/releases/" + number + "/signature", Role.REGULATOR, Map.of("sub", person))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(REASON)));
    }

    private HttpResponse<String> black() {
        return doors.answer(doors.ask(BLACK, Role.OPERATOR).header("Accept", "application/jsonl"));
    }
}
