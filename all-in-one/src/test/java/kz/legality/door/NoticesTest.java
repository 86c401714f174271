package kz.legality.door;

import static kz.legality.door.OpenDoors.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import kz.legality.door.access.Role;
import kz.legality.sample.Rows;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NoticesTest {
    @Test
    void an_owner_is_told_once_by_the_outbox_and_what_became_of_it_is_proof(@TempDir Path data) throws IOException {
        try (OpenDoors doors = OpenDoors.on(data)) {
            String yesterday = OffsetDateTime.now(ZoneOffset.ofHours(5))
                    .minusDays(1)
                    .withNano(0)
                    .toString();
            doors.feed(
                    "registrations",
                    Rows.REGISTRATIONS + yesterday + "," + Rows.imei(31) + "," + Rows.iin(1) + "," + Rows.msisdn(1)
                            + "," + Rows.imsi(1) + ",kcell\n");
            String notices = "/api/v1/devices/" + Rows.imei(31) + "/notices";

            JsonNode first = json(doors.order("/api/v1/maintenance/notify", Role.REGULATOR, ""));
            JsonNode again = json(doors.order("/api/v1/maintenance/notify", Role.REGULATOR, ""));

            assertThat(first.path("sent").asInt()).isEqualTo(2);
            assertThat(again.path("sent").asInt()).isZero();
            assertThat(outbox(data)).hasSize(2).allMatch(line -> line.contains("\"to\":\"" + Rows.msisdn(1) + "\""));
            JsonNode sent = json(doors.get(notices, Role.REGULATOR));
            assertThat(sent.findValuesAsText("language")).containsExactly("kk", "ru");
            assertThat(sent.toString()).doesNotContain(Rows.msisdn(1));

            String word = "{\"notice\":\"" + sent.at("/0/notice").asText() + "\"}";
            assertThat(doors.order(notices, Role.OPERATOR, word).statusCode()).isEqualTo(201);
            assertThat(doors.order(notices, Role.OPERATOR, word).statusCode()).isEqualTo(200);
            assertThat(doors.order(notices, Role.OPERATOR, "{\"notice\":\"none\"}")
                            .statusCode())
                    .isEqualTo(404);
            assertThat(json(doors.get(notices, Role.REGULATOR)).findValuesAsText("outcome"))
                    .containsExactly("DELIVERED", "SENT");
        }
    }

    private static List<String> outbox(Path data) throws IOException {
        List<String> lines = new ArrayList<>();
        try (Stream<Path> files = Files.list(data.resolve("outbox"))) {
            for (Path file : files.toList()) {
                lines.addAll(Files.readAllLines(file));
            }
        }
        return lines;
    }
}
