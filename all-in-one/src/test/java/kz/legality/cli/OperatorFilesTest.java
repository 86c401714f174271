package kz.legality.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Operators' files through the whole product. */
class OperatorFilesTest {
    private static final String PHONE = "353111200036810";
    private static final String IMSI = "401019876543210";
    private static final String MSISDN = "77059876543";
    private static final String UID = "BADGE-4711-OF-ONE";
    private static final String JUNE = "beeline_20250601_20250630.csv";

    @TempDir
    Path folder;

    @Test
    void an_export_and_the_phone_ringing_after_it_meet_whichever_came_first() throws IOException {
        for (List<String> order :
                List.of(List.of("customs-exports", "operator"), List.of("operator", "customs-exports"))) {
            Path data = folder.resolve(order.getFirst());
            for (String kind : order) {
                assertThat(Terminal.type("ingest", kind, file(kind), "--data", data)
                                .exit())
                        .isIn(Ledger.DONE, Ledger.SOME_QUARANTINED);
            }
            assertThat(Terminal.type("history", PHONE, "--data", data).out())
                    .contains("after export: seen by BEELINE on 2 days from 2025-06-10 to 2025-06-12")
                    .contains("before export: seen by BEELINE on 1 days from 2025-06-01 to 2025-06-01");
        }
    }

    @Test
    void a_file_sent_twice_is_answered_with_its_receipt_and_leads_to_nothing_more() throws IOException {
        Path data = folder.resolve("data");
        Terminal.type("ingest", "customs-exports", file("customs-exports"), "--data", data);
        Terminal first = Terminal.type("ingest", "operator", file("operator"), "--json", "--data", data);
        Terminal second = Terminal.type("ingest", "operator", file("operator"), "--json", "--data", data);

        assertThat(first.exit()).isEqualTo(Ledger.SOME_QUARANTINED);
        assertThat(first.out())
                .contains(
                        "\"kind\":\"operator\"",
                        "\"rows\":104",
                        "\"accepted\":103",
                        "\"quarantined\":1",
                        "\"events\":2");
        assertThat(second.out()).contains("\"repeated\":true", "\"events\":2");
    }

    /** In text, and as the eight bytes of a number; the archive is sealed, so nothing is left out. */
    @Test
    void no_subscriber_and_no_person_stands_in_the_clear_anywhere_in_the_data() throws IOException {
        Path data = folder.resolve("data");
        StringBuilder told = new StringBuilder();
        told.append(ingest("customs-exports", file("customs-exports"), data));
        told.append(ingest("operator", file("operator"), data));
        told.append(list("pairing-list", "imei,imsi,msisdn", PHONE + "," + IMSI + "," + MSISDN, data));
        told.append(list("subscribers-list", "uid,imsi", UID + "," + IMSI, data));
        told.append(list("association-list", "uid,imei", UID + "," + PHONE, data));
        told.append(list("pairing-list", "imei,imsi,msisdn,change_type", "35," + IMSI + "," + MSISDN + ",add", data));
        told.append(list("subscribers-list", "uid,imsi,change_type", UID + "!," + IMSI + ",add", data));
        told.append(list(
                "registrations",
                "registered_at,imei,owner,msisdn,imsi,operator",
                "2025-05-01," + PHONE + ",940140000385," + MSISDN + "," + IMSI + ",Beeline",
                data));
        told.append(Terminal.type("history", PHONE, "--data", data).out());

        assertThat(told.toString())
                .contains("by the pairing-list", "used by a person")
                .doesNotContain(IMSI, MSISDN, UID);
        try (Stream<Path> files = Files.walk(data)) {
            assertThat(files.filter(Files::isRegularFile))
                    .anySatisfy(it -> assertThat(it.toString()).endsWith(".parquet"))
                    .anySatisfy(it -> assertThat(it.toString()).endsWith("detecting.duckdb"))
                    .allSatisfy(it -> assertThat(new String(Files.readAllBytes(it), StandardCharsets.ISO_8859_1))
                            .doesNotContain(IMSI, MSISDN, UID, bytesOf(IMSI), bytesOf(MSISDN)));
        }
    }

    private static String bytesOf(String number) {
        byte[] bytes = ByteBuffer.allocate(Long.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(Long.parseLong(number))
                .array();
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private String list(String kind, String header, String row, Path data) throws IOException {
        Path file = folder.resolve(kind + row.hashCode() + ".csv");
        return ingest(kind, Files.writeString(file, header + "\n" + row + "\n"), data);
    }

    private static String ingest(String kind, Path file, Path data) {
        Terminal said = Terminal.type("ingest", kind, file, "--data", data);
        assertThat(said.exit()).isIn(Ledger.DONE, Ledger.SOME_QUARANTINED);
        return said.out() + said.err();
    }

    @Test
    void a_changed_byte_of_the_archive_is_found_and_the_file_named() throws IOException {
        Path data = folder.resolve("data");
        Terminal.type("ingest", "operator", file("operator"), "--data", data);
        assertThat(Terminal.type("archive", "verify", "--data", data).out()).startsWith("sound: 1 files");
        Path part;
        try (Stream<Path> files = Files.walk(data.resolve("observations/archive"))) {
            part = files.filter(Files::isRegularFile).findFirst().orElseThrow();
        }
        byte[] bytes = Files.readAllBytes(part);
        bytes[100] ^= 1;
        assertThat(part.toFile().setWritable(true)).isTrue();
        Files.write(part, bytes);

        Terminal found = Terminal.type("archive", "verify", "--data", data);

        assertThat(found.exit()).isEqualTo(Ledger.FAILED);
        assertThat(found.out()).contains(part.getFileName().toString(), "NOT SOUND");
    }

    @Test
    void a_file_past_a_limit_is_refused_with_the_figure() throws IOException {
        Path file = Files.writeString(
                folder.resolve(JUNE), "date,imei,imsi,msisdn\n20250601,,401010000000001,77050000001\n");

        Terminal refused = Terminal.type("ingest", "operator", file, "--data", folder.resolve("data"));

        assertThat(refused.exit()).isEqualTo(Ledger.REFUSED);
        assertThat(refused.out() + refused.err()).contains("rows without IMEI: 1 of 1 (1.0000), at most 0.05");
    }

    private Path file(String kind) throws IOException {
        return kind.equals("operator")
                ? Files.writeString(folder.resolve(JUNE), observations())
                : Files.writeString(folder.resolve("exports.csv"), """
                    declaration,item,procedure,registered_at,exited_at,exporter_bin,destination,imei,unit_value_tiyn
                    50402/100325/0000002,1,10,2025-05-10T09:00:00+05:00,2025-06-05T10:00:00+05:00,940140000385,AE,%s,20000000
                    """.formatted(PHONE.substring(0, 14)));
    }

    private static String observations() {
        StringBuilder rows = new StringBuilder("date,imei,imsi,msisdn,rat\n");
        IntStream.range(0, 100)
                .forEach(i -> rows.append(
                        String.format("202506%02d,35209900%06d0,40101%010d,7705%07d,006%n", 1 + i % 30, i + 1, i, i)));
        for (String day : List.of("01", "10", "12")) {
            rows.append("202506" + day + "," + PHONE + "," + IMSI + "," + MSISDN + ",006\n");
        }
        return rows.append("2025-06-13," + PHONE + "," + IMSI + "," + MSISDN + ",006\n")
                .toString();
    }
}
