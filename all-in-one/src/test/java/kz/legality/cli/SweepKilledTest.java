package kz.legality.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import kz.legality.door.answer.AnswerJson;
import kz.legality.sample.Rows;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The sweep that ends grey terms, killed without warning and begun again. */
class SweepKilledTest {
    /** A million of them, with {@code -Dsweep.devices=1000000}. */
    private static final int DEVICES = Integer.getInteger("sweep.devices", 4_000);

    private static final String DUE = "2025-06-30";

    @TempDir
    private Path folder;

    @Test
    void a_sweep_that_is_killed_half_way_and_repeated_ends_each_term_once() throws Exception {
        Path grey = grey();
        Path whole = copy(grey, "whole");
        assertThat(blockedBy(Terminal.type("expire", "--on", DUE, "--json", "--data", whole)))
                .isEqualTo(DEVICES);

        Path killed = killedHalfWay(grey);
        long before = blocked(killed);
        long after = blockedBy(Terminal.type("expire", "--on", DUE, "--json", "--data", killed));

        assertThat(before + after).isEqualTo(DEVICES);
        assertThat(blockedBy(Terminal.type("expire", "--on", DUE, "--json", "--data", killed)))
                .isZero();
        // Several threads append, so the order among devices is nobody's; each device's own record is the same.
        assertThat(sorted(killed)).isEqualTo(sorted(whole));
        assertThat(Terminal.type("fsck", "--data", killed).out()).startsWith("sound: ");
    }

    /** All of them registered and nothing more, so that their terms end on one day. */
    private Path grey() throws IOException {
        StringBuilder rows = new StringBuilder(Rows.REGISTRATIONS);
        for (int n = 0; n < DEVICES; n++) {
            rows.append(Rows.registered(n, Rows.person(n)));
        }
        Path file = Files.writeString(folder.resolve("registrations.csv"), rows);
        Path data = folder.resolve("grey");
        assertThat(Terminal.type("ingest", "registrations", file, "--data", data)
                        .exit())
                .isZero();
        // The views know the devices, as they do in a ledger that is used.
        assertThat(Terminal.type("check", Rows.imei(1), "--data", data).out()).contains("GREY");
        return data;
    }

    /** Kills a sweep whose first appends are stored, while others are on their way. */
    private Path killedHalfWay(Path grey) throws Exception {
        Path data = copy(grey, "killed");
        Path halfWay = folder.resolve("half-way");
        Process sweep = ChildProcess.running(folder, SweepThatStands.class, data, DUE, DEVICES / 4, halfWay);
        while (sweep.isAlive() && !Files.exists(halfWay)) {
            Thread.sleep(5);
        }
        assertThat(sweep.isAlive()).isTrue();
        sweep.destroyForcibly().waitFor();
        assertThat(blocked(data)).isStrictlyBetween(0L, (long) DEVICES);
        return data;
    }

    private static long blocked(Path data) throws InterruptedException {
        return RecordedEvents.of(data).stream()
                .filter(event -> event.contains(" DeviceBlocked "))
                .count();
    }

    private static long blockedBy(Terminal expire) {
        assertThat(expire.exit()).as(expire.err()).isZero();
        JsonNode report = AnswerJson.parse(expire.out());
        return report.path("blocked").asLong();
    }

    private static List<String> sorted(Path data) throws InterruptedException {
        return RecordedEvents.of(data).stream().sorted().toList();
    }

    private Path copy(Path from, String name) throws IOException {
        Path to = folder.resolve(name);
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Path target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
            }
        }
        return to;
    }
}
