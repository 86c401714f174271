package kz.legality.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Map;
import java.util.stream.Stream;
import kz.legality.door.access.Role;
import kz.legality.sample.Rows;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ListStreamTest {
    private static final String ORDER = "{\"authority\":\"MIA\",\"reason\":\"stolen\",\"reference\":\"1-1\"}";

    @Test
    void who_listens_hears_of_a_block_and_who_was_away_hears_what_he_missed(@TempDir Path data) {
        try (OpenDoors doors = OpenDoors.on(data)) {
            doors.feed("customs-imports", Rows.IMPORTS + Rows.imported(1) + Rows.imported(2));
            String before = Long.toString(doors.head());
            try (Stream<String> live = stream(doors, Map.of())) {
                Iterator<String> lines = live.iterator();
                until(lines, ":up to date");
                block(doors, 1);
                assertThat(until(lines, "data:")).startsWith(black(1));
            }
            block(doors, 2);
            String first;
            try (Stream<String> back = stream(doors, Map.of("Last-Event-ID", before))) {
                Iterator<String> lines = back.iterator();
                first = until(lines, "id:").substring(3);
                assertThat(until(lines, "data:")).isEqualTo(black(1) + first + "}");
                String second = until(lines, "id:").substring(3);
                assertThat(until(lines, "data:")).isEqualTo(black(2) + second + "}");
                assertThat(Long.parseLong(second)).isGreaterThan(Long.parseLong(first));
            }
            try (Stream<String> cutOff = stream(doors, Map.of("Last-Event-ID", first))) {
                Iterator<String> lines = cutOff.iterator();
                assertThat(until(lines, "data:")).startsWith(black(2));
            }

            HttpResponse<String> page =
                    doors.answer(doors.ask("/operator?lang=ru", Role.OPERATOR).header("Accept", "text/html"));
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.body())
                    .contains("Списки к исполнению", "Вы ещё ничего не подтвердили; с выпуском 1 придёт:")
                    .doesNotContain("??");
        }
    }

    private static String black(int n) {
        return "data:{\"imei\":\"" + Rows.imei(n) + "\",\"status\":\"BLACK\",\"position\":";
    }

    private static void block(OpenDoors doors, int n) {
        assertThat(doors.order("/api/v1/devices/" + Rows.imei(n) + "/block", Role.REGULATOR, ORDER)
                        .statusCode())
                .isEqualTo(201);
    }

    private static Stream<String> stream(OpenDoors doors, Map<String, String> headers) {
        var request = doors.ask("/api/v1/lists/stream", Role.OPERATOR).header("Accept", "text/event-stream");
        headers.forEach(request::header);
        return doors.answer(request, BodyHandlers.ofLines()).body();
    }

    private static String until(Iterator<String> lines, String start) {
        while (lines.hasNext()) {
            String line = lines.next();
            if (line.startsWith(start)) {
                return line;
            }
        }
        throw new AssertionError("the stream ended before " + start);
    }
}
