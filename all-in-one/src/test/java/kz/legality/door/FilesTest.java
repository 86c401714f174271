package kz.legality.door;

import static kz.legality.door.OpenDoors.header;
import static kz.legality.door.OpenDoors.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import kz.legality.access.AccessEvent;
import kz.legality.door.access.Role;
import kz.legality.sample.Rows;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;

class FilesTest {
    private static OpenDoors doors;
    private static Path data;

    @BeforeAll
    static void open(@TempDir Path directory) {
        data = directory;
        doors = OpenDoors.on(data);
    }

    @AfterAll
    static void close() {
        doors.close();
    }

    @Test
    void a_file_is_taken_in_and_its_receipt_tells_how_far_it_has_come() {
        byte[] file = bytes(Rows.IMPORTS + Rows.imported(1) + Rows.imported(2));
        HttpResponse<String> taken = doors.send("customs-imports", file, Role.CUSTOMS);
        assertThat(taken.statusCode()).isEqualTo(202);
        assertThat(header(taken, "Location")).isEqualTo("/api/v1/files/" + Rows.sha256(file));
        assertThat(json(taken).path("sha256").asText()).isEqualTo(Rows.sha256(file));
        JsonNode receipt = doors.settled(header(taken, "Location"), Role.CUSTOMS);
        assertThat(receipt.path("state").asText()).isEqualTo("COMPLETED");
        assertThat(receipt.path("rows").asLong()).isEqualTo(2);
        assertThat(receipt.path("accepted").asLong()).isEqualTo(2);
        assertThat(receipt.path("quarantined").asLong()).isZero();
        assertThat(receipt.path("events").asLong()).isEqualTo(2);
        assertThat(receipt.path("repeated").asBoolean()).isFalse();
        assertThat(receipt.path("refusal").isNull()).isTrue();
    }

    @Test
    void the_same_file_again_is_answered_with_the_first_receipt_and_changes_nothing() {
        byte[] file = bytes(Rows.IMPORTS + Rows.imported(3));
        JsonNode first = doors.feed("customs-imports", file, Role.REGULATOR);
        long head = doors.head();
        HttpResponse<String> again = doors.send("customs-imports", file, Role.REGULATOR);
        assertThat(again.statusCode()).isEqualTo(202);
        assertThat(json(again).path("repeated").asBoolean()).isTrue();
        assertThat(json(again).path("events")).isEqualTo(first.path("events"));
        assertThat(doors.head()).isEqualTo(head);
    }

    @Test
    void the_same_rows_in_another_file_lead_to_nothing_but_its_receipt() {
        doors.feed("customs-imports", Rows.IMPORTS + Rows.imported(4));
        JsonNode receipt = doors.feed("customs-imports", Rows.IMPORTS + Rows.imported(4) + "\n");
        assertThat(receipt.path("accepted").asLong()).isEqualTo(1);
        assertThat(receipt.path("events").asLong()).isZero();
    }

    @Test
    void a_kind_the_ledger_does_not_take_is_closed_like_every_address_that_is_not_named() {
        HttpResponse<String> refused = doors.send("wanted-list", bytes("imei\n"), Role.REGULATOR);
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(header(refused, "Content-Type")).startsWith("application/problem+json");
    }

    @Test
    void a_wrong_header_refuses_the_whole_file_and_names_the_column() {
        JsonNode receipt = doors.feed(
                "customs-imports", Rows.IMPORTS.replace("unit_vat_tiyn", "unit_vat_tenge") + Rows.imported(5));
        assertThat(receipt.path("state").asText()).isEqualTo("REFUSED");
        assertThat(receipt.path("refusal").asText()).contains("unit_vat_tiyn");
        assertThat(receipt.path("events").asLong()).isZero();
    }

    @Test
    void a_file_whose_recording_stops_says_why_and_goes_on_when_it_is_sent_again() throws IOException {
        Path observations = data.resolve("observations");
        FileSystemUtils.deleteRecursively(observations);
        Files.writeString(observations, "where a directory is wanted");
        byte[] seen = bytes("date,imei,imsi,msisdn\n20260103,35963309000001,401010000000001,77010000001\n");
        HttpResponse<String> taken = doors.send("operator?name=kcell_20260101_20260130.csv", seen, Role.REGULATOR);
        JsonNode stopped = doors.settled(header(taken, "Location"), Role.REGULATOR);
        assertThat(stopped.path("state").asText()).isEqualTo("RECEIVED");
        assertThat(stopped.path("stopped").asText()).contains("observations");

        Files.delete(observations);
        HttpResponse<String> again = doors.send("operator?name=kcell_20260101_20260130.csv", seen, Role.REGULATOR);
        JsonNode judged = doors.settled(header(again, "Location"), Role.REGULATOR);
        assertThat(judged.path("stopped").isNull()).isTrue();
        assertThat(judged.path("refusal").asText())
                .as("one row is less than an operator's month")
                .isNotEmpty();
    }

    @Test
    void a_file_comes_as_the_part_of_a_form_too() {
        String boundary = "----a-browser";
        String form = "--" + boundary
                + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"imports/may.csv\"\r\n\r\n"
                + Rows.IMPORTS + Rows.imported(6) + "\r\n--" + boundary + "--\r\n";
        HttpResponse<String> taken = doors.answer(doors.ask("/api/v1/files/customs-imports", Role.CUSTOMS)
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(BodyPublishers.ofString(form)));
        assertThat(taken.statusCode()).as(taken.body()).isEqualTo(202);
        JsonNode receipt = doors.settled(header(taken, "Location"), Role.CUSTOMS);
        assertThat(receipt.path("file").asText()).isEqualTo("may.csv");
        assertThat(receipt.path("accepted").asLong()).isEqualTo(1);
    }

    @Test
    void a_form_without_the_file_is_told_so() {
        HttpResponse<String> refused = doors.answer(doors.ask("/api/v1/files/customs-imports", Role.CUSTOMS)
                .header("Content-Type", "multipart/form-data; boundary=x")
                .POST(BodyPublishers.ofString(
                        "--x\r\nContent-Disposition: form-data; name=\"other\"\r\n\r\n1\r\n--x--\r\n")));
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(json(refused).at("/errors/0/pointer").asText()).isEqualTo("#/file");
    }

    @Test
    void a_gz_and_a_zip_are_unpacked() throws IOException {
        ByteArrayOutputStream gz = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(gz)) {
            out.write(bytes(Rows.IMPORTS + Rows.imported(7)));
        }
        assertThat(doors.feed("customs-imports", gz.toByteArray(), Role.CUSTOMS)
                        .path("accepted")
                        .asLong())
                .isEqualTo(1);
        ByteArrayOutputStream zip = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(zip)) {
            out.putNextEntry(new ZipEntry("imports.csv"));
            out.write(bytes(Rows.IMPORTS + Rows.imported(8)));
        }
        assertThat(doors.feed("customs-imports", zip.toByteArray(), Role.CUSTOMS)
                        .path("accepted")
                        .asLong())
                .isEqualTo(1);
    }

    @Test
    void a_gz_that_breaks_off_is_refused_and_says_why() throws IOException {
        ByteArrayOutputStream gz = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(gz)) {
            out.write(bytes(Rows.IMPORTS + Rows.imported(9)));
        }
        byte[] half = java.util.Arrays.copyOf(gz.toByteArray(), gz.size() / 2);
        JsonNode receipt = doors.feed("customs-imports", half, Role.CUSTOMS);
        assertThat(receipt.path("state").asText()).isEqualTo("REFUSED");
        assertThat(receipt.path("refusal").asText()).isNotBlank().doesNotContain("Exception");
    }

    @Test
    void a_bad_row_is_quarantined_mended_and_sent_again() {
        String good = Rows.registered(10, 1);
        String bad = Rows.registered(11, 2).replace("2025-05-01T12:00:00+05:00", "first of May");
        JsonNode receipt = doors.feed("registrations", bytes(Rows.REGISTRATIONS + good + bad), Role.OPERATOR);
        assertThat(receipt.path("accepted").asLong()).isEqualTo(1);
        assertThat(receipt.path("quarantined").asLong()).isEqualTo(1);
        String address = "/api/v1/files/" + receipt.path("sha256").asText();

        HttpResponse<String> quarantine = doors.get(address + "/quarantine", Role.OPERATOR);
        assertThat(quarantine.statusCode()).isEqualTo(200);
        assertThat(header(quarantine, "Content-Type")).startsWith("text/csv");
        assertThat(quarantine.body())
                .startsWith(Rows.REGISTRATIONS.strip() + ",quarantine_file,quarantine_row,quarantine_column,")
                .contains("first of May", ",registered_at,", Rows.imei(11));

        String mended = quarantine.body().replace("first of May", "2025-05-01T12:00:00+05:00");
        JsonNode again = doors.feed("registrations", bytes(mended), Role.OPERATOR);
        assertThat(again.path("accepted").asLong()).isEqualTo(1);
        assertThat(again.path("quarantined").asLong()).isZero();
        assertThat(json(doors.get(address, Role.OPERATOR)).path("mended").asLong())
                .isEqualTo(1);
        assertThat(doors.get(address + "/quarantine", Role.OPERATOR).body().lines())
                .hasSize(1);
    }

    @Test
    void a_refusal_repeats_nothing_a_person_wrote() {
        JsonNode receipt = doors.feed("registrations", Rows.registered(12, 3));
        assertThat(receipt.path("state").asText()).isEqualTo("REFUSED");
        assertThat(receipt.toString()).doesNotContain(Rows.iin(3), Rows.msisdn(12), Rows.imsi(12));
    }

    @Test
    void anothers_file_is_not_there() {
        JsonNode receipt =
                doors.feed("registrations", bytes(Rows.REGISTRATIONS + Rows.registered(13, 4)), Role.OPERATOR);
        String address = "/api/v1/files/" + receipt.path("sha256").asText();
        HttpResponse<String> other = doors.answer(doors.ask(address, Role.OPERATOR, Map.of("operator", "Tele2")));
        HttpResponse<String> none =
                doors.answer(doors.ask("/api/v1/files/" + "0".repeat(64), Role.OPERATOR, Map.of("operator", "Tele2")));
        assertThat(other.statusCode()).isEqualTo(404);
        assertThat(other.body().replace(receipt.path("sha256").asText(), ""))
                .isEqualTo(none.body().replace("0".repeat(64), ""));
        assertThat(doors.answer(doors.ask(address + "/quarantine", Role.OPERATOR, Map.of("operator", "Tele2")))
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void an_officer_of_customs_reads_no_operators_rows_whatever_purpose_he_states() {
        String bad = Rows.registered(16, 6).replace("2025-05-01T12:00:00+05:00", "later");
        JsonNode receipt = doors.feed("registrations", bytes(Rows.REGISTRATIONS + bad), Role.OPERATOR);
        String address = "/api/v1/files/" + receipt.path("sha256").asText() + "/quarantine?" + OpenDoors.READING;
        assertThat(doors.get(address, Role.CUSTOMS).statusCode()).isEqualTo(404);
    }

    @Test
    void what_is_no_hash_is_a_problem_that_names_it() {
        HttpResponse<String> refused = doors.get("/api/v1/files/abc", Role.REGULATOR);
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(json(refused).at("/errors/0/pointer").asText()).isEqualTo("#/sha256");
    }

    @Test
    void a_regulator_reads_no_quarantine_and_an_auditor_only_for_a_purpose() {
        String bad = Rows.registered(14, 5).replace("2025-05-01T12:00:00+05:00", "soon");
        JsonNode receipt = doors.feed("registrations", bytes(Rows.REGISTRATIONS + bad), Role.OPERATOR);
        String address = "/api/v1/files/" + receipt.path("sha256").asText() + "/quarantine";
        assertThat(doors.get(address, Role.REGULATOR).statusCode()).isEqualTo(403);
        assertThat(doors.get(address + "?" + OpenDoors.READING, Role.REGULATOR).statusCode())
                .isEqualTo(403);
        assertThat(doors.get(address, Role.AUDITOR).statusCode()).isEqualTo(403);
        long head = doors.head();
        assertThat(doors.get(address + "?" + OpenDoors.READING, Role.AUDITOR).body())
                .contains(Rows.iin(5));
        assertThat(doors.head()).isEqualTo(head + 1);
        AccessEvent.QuarantineViewed viewed = lastEvent(AccessEvent.QuarantineViewed.class);
        assertThat(viewed.file().sha256()).isEqualTo(receipt.path("sha256").asText());
        assertThat(viewed.purpose()).isEqualTo("judgment");
        assertThat(viewed.legalBasis()).isEqualTo("art.73");
    }

    @Test
    void the_newest_files_are_listed_for_the_regulator() {
        JsonNode receipt = doors.feed("customs-imports", Rows.IMPORTS + Rows.imported(15));
        HttpResponse<String> listed = doors.get("/api/v1/files", Role.REGULATOR);
        assertThat(header(listed, "X-Ledger-Position")).isEqualTo(Long.toString(doors.head()));
        assertThat(listed.body()).contains(receipt.path("sha256").asText());
    }

    private static <T> T lastEvent(Class<T> type) {
        List<Object> found = new java.util.ArrayList<>();
        try (var stream = doors.server().ledger().events().openStream(null)) {
            while (stream.hasNextAvailable()) {
                TrackedEventMessage<?> event = stream.nextAvailable();
                if (type.isInstance(event.getPayload())) {
                    found.add(event.getPayload());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return type.cast(found.getLast());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
