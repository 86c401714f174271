package kz.legality.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import kz.legality.command.storedform.StoredForm;
import kz.legality.door.access.Role;
import kz.legality.launch.DataDirectory;
import kz.legality.launch.LedgerSettings;
import kz.legality.launch.OpenLedger;
import kz.legality.sample.Rows;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** After everything that can happen to a person's numbers, they stand nowhere in the clear. */
class SecrecyTest {
    private static final List<String> SECRETS = List.of(
            Rows.iin(1),
            Rows.iin(2),
            Rows.iin(3),
            Rows.msisdn(1),
            Rows.msisdn(2),
            Rows.imsi(1),
            Rows.imsi(2),
            Rows.DOCUMENT);

    @TempDir
    private Path data;

    @Test
    void no_persons_number_stands_in_the_clear_in_files_events_logs_or_answers() throws IOException {
        ByteArrayOutputStream log = new ByteArrayOutputStream();
        List<String> answers = new ArrayList<>();
        PrintStream err = System.err;
        System.setErr(new PrintStream(log, true, StandardCharsets.UTF_8));
        try {
            useEverything(answers);
        } finally {
            System.setErr(err);
        }
        assertThat(String.join("\n", answers)).isNotEmpty().doesNotContain(SECRETS);
        assertThat(log.toString(StandardCharsets.UTF_8)).doesNotContain(SECRETS);
        assertFilesKeepSilent();
        assertEventsKeepSilent();
        // RocksDB compresses blocks: what was opened and read must not have left any of them either.
        assertFilesKeepSilent();
    }

    private void useEverything(List<String> answers) {
        try (OpenDoors doors = OpenDoors.on(data)) {
            doors.feed("personal-declarations", Rows.DECLARATIONS + Rows.declared(1, 3));
            String bad = Rows.registered(2, 2).replace("2025-05-01", "2025-45-01");
            var receipt = doors.feed("registrations", Rows.REGISTRATIONS + Rows.registered(1, 1) + bad);
            answers.add(receipt.toString());
            answers.add(doors.feed("registrations", Rows.registered(2, 2)).toString());
            answers.add(
                    doors.get("/api/v1/devices/" + Rows.iin(1), Role.AUDITOR).body());
            answers.add(doors.get("/api/v1/devices/" + Rows.imei(1) + "/history", Role.AUDITOR)
                    .body());
            answers.add(doors.get("/api/v1/lists/grey", Role.OPERATOR).body());
            answers.add(doors.get("/api/v1/files", Role.REGULATOR).body());
            assertThat(doors.get("/api/v1/devices/" + Rows.imei(1) + "/history?" + OpenDoors.READING, Role.AUDITOR)
                            .body())
                    .contains(Rows.iin(1));
            assertThat(doors.get(
                                    "/api/v1/files/" + receipt.path("sha256").asText() + "/quarantine?"
                                            + OpenDoors.READING,
                                    Role.AUDITOR)
                            .body())
                    .contains(Rows.iin(2));
        }
    }

    private void assertFilesKeepSilent() throws IOException {
        try (Stream<Path> files = Files.walk(data)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
                assertThat(SECRETS).as(file.toString()).noneMatch(bytes::contains);
            }
        }
        try (Stream<Path> inbox = Files.list(data.resolve("inbox"))) {
            assertThat(inbox).as("what was recorded is deleted from the inbox").isEmpty();
        }
    }

    /** As they are stored: compressed blocks would hide them from a search through the files. */
    private void assertEventsKeepSilent() {
        StoredForm form = new StoredForm();
        int seen = 0;
        try (OpenLedger ledger = OpenLedger.open(new DataDirectory(data), LedgerSettings.embedded());
                var events = ledger.events().openStream(null)) {
            while (events.hasNextAvailable()) {
                TrackedEventMessage<?> event = events.nextAvailable();
                String stored = new String(
                        form.serialize(event.getPayload(), byte[].class).getData(), StandardCharsets.UTF_8);
                assertThat(SECRETS).as(stored).noneMatch(stored::contains);
                assertThat(SECRETS).noneMatch(event.getMetaData().toString()::contains);
                seen++;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        assertThat(seen).isGreaterThan(6);
    }
}
