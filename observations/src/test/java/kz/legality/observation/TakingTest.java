package kz.legality.observation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import kz.legality.observation.Imported.Unread;
import kz.legality.sourcefile.FileEvent.ArchivedPart;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of an operator's file: taken, row by row set aside, or refused with figure and limit. */
class TakingTest {
    private static final String NAME = "kcell_20250601_20250630.csv";

    private ArchiveUnderTest ledger;

    @BeforeEach
    void open(@TempDir Path folder) {
        ledger = new ArchiveUnderTest(folder);
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    @Test
    void a_row_said_twice_is_archived_once() throws ObservationsRefused {
        Rows rows = Rows.ofHonest(40);
        rows.line(rows.lines().getLast());

        Imported taken = ledger.take(NAME, rows.lines());

        assertThat(taken.rows()).isEqualTo(41);
        assertThat(taken.duplicates()).isEqualTo(1);
        assertThat(taken.operator()).isEqualTo("KCELL");
        assertThat(taken.parts()).singleElement().satisfies(part -> {
            assertThat(part.rows()).isEqualTo(40);
            assertThat(part.path()).startsWith("operator=KCELL/month=2025-06/");
        });
    }

    @Test
    void each_month_is_a_file_of_its_own() throws ObservationsRefused {
        Rows rows = new Rows();
        for (int i = 0; i < 30; i++) {
            rows.seen(Rows.FIRST.plusDays(2L * i), Rows.honest(i), Rows.subscriber(i));
        }

        assertThat(ledger.take("kcell_20250601_20250731.csv", rows.lines()).parts())
                .hasSize(2);
    }

    @Test
    void the_same_file_becomes_the_same_rows_sealed_anew() throws ObservationsRefused {
        List<String> lines = Rows.ofHonest(500).lines();

        ArchivedPart first = ledger.take(NAME, lines).parts().getFirst();
        ArchivedPart second = ledger.take(NAME, lines).parts().getFirst();

        assertThat(second).usingRecursiveComparison().ignoringFields("sha256").isEqualTo(first);
        assertThat(second.sha256()).isNotEqualTo(first.sha256());
    }

    @Test
    void a_file_of_the_archive_is_read_by_nobody_without_the_key_of_its_month()
            throws IOException, SQLException, ObservationsRefused {
        Path part = ledger.files()
                .resolve(ledger.take(NAME, Rows.ofHonest(500).lines())
                        .parts()
                        .getFirst()
                        .path());

        assertThat(new String(Files.readAllBytes(part), 0, 4, StandardCharsets.ISO_8859_1))
                .isEqualTo("PARE");
        try (Connection database = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = database.createStatement()) {
            assertThatThrownBy(() -> statement.executeQuery("SELECT imsi FROM read_parquet('" + part + "')"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("encrypt");
        }
    }

    @Test
    void no_nonce_comes_twice_in_a_file_and_one_that_does_is_seen() throws IOException, ObservationsRefused {
        Path part = ledger.files()
                .resolve(ledger.take(NAME, Rows.ofHonest(500).lines())
                        .parts()
                        .getFirst()
                        .path());
        assertThat(SealedParquet.hasDistinctNonces(part)).isTrue();

        byte[] bytes = Files.readAllBytes(part);
        int second =
                4 + 4 + ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getInt(4);
        System.arraycopy(bytes, 8, bytes, second + 4, 12);
        Path repeated = Files.write(part.resolveSibling("repeated"), bytes);

        assertThat(SealedParquet.hasDistinctNonces(repeated)).isFalse();
    }

    @Test
    void a_month_whose_key_is_destroyed_is_gone_and_takes_no_more_files() throws ObservationsRefused {
        ledger.feed(NAME, Rows.ofHonest(500).lines());
        assertThat(ledger.archive().show(Detector.NEW_PAIR, Rows.FIRST, Rows.FIRST.plusDays(29)))
                .isNotEmpty();

        ledger.keys.destroy(MonthKeys.subjectOf("2025-06"));

        assertThat(ledger.archive().show(Detector.NEW_PAIR, Rows.FIRST, Rows.FIRST.plusDays(29)))
                .isEmpty();
        assertThatThrownBy(() -> ledger.take(NAME, Rows.ofHonest(501).lines()))
                .isInstanceOf(ObservationsRefused.class)
                .hasMessage("rows of 2025-06 are kept no longer");
    }

    @Test
    void a_row_that_cannot_be_read_waits_under_its_number_and_the_rest_goes_on() throws ObservationsRefused {
        Rows rows = Rows.ofHonest(100)
                .line("20250631,35209900000001,401020000000001,77050000001,006")
                .line("20250601,35209900000001,401020000000001,77050000001,006,extra")
                .line("20250601,35209900000001,IMSI,77050000001,006")
                .line("20250601,35209900000001,401020000000001,77050000001,999");

        Imported taken = ledger.take(NAME, rows.lines());

        assertThat(taken.rows()).isEqualTo(100);
        assertThat(taken.quarantined())
                .extracting(Unread::row, Unread::column)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(101L, "date"),
                        org.assertj.core.groups.Tuple.tuple(102L, ""),
                        org.assertj.core.groups.Tuple.tuple(103L, "imsi"),
                        org.assertj.core.groups.Tuple.tuple(104L, "rat"));
    }

    @Test
    void what_is_no_imei_is_kept_as_it_was_sent() throws ObservationsRefused {
        Rows rows = Rows.ofHonest(100)
                .line("20250601,ABCDEF,401020000000001,77050000001,006")
                .line("20250601,1234567890123e2,401020000000002,77050000002,006");

        Imported taken = ledger.take(NAME, rows.lines());

        assertThat(taken.malformed()).isEqualTo(2);
        assertThat(taken.quarantined()).isEmpty();
    }

    @Test
    void a_file_without_a_row_is_taken_while_there_is_nothing_to_compare_it_with() throws ObservationsRefused {
        Imported taken = ledger.take(NAME, new Rows().lines());

        assertThat(taken.rows()).isZero();
        assertThat(taken.parts()).isEmpty();
    }

    @Test
    void a_file_without_a_row_is_refused_where_the_operator_had_subscribers_the_days_before()
            throws ObservationsRefused {
        ledger.feed(NAME, Rows.ofHonest(100).lines());

        assertThatThrownBy(() -> ledger.take("kcell_20250701_20250702.csv", new Rows().lines()))
                .isInstanceOf(ObservationsRefused.class)
                .hasMessageContaining("IMEIs a day: 0.0, at least 0.90 of");
    }

    @Test
    void after_a_gap_longer_than_the_history_there_is_nothing_to_compare_with() throws ObservationsRefused {
        ledger.feed(NAME, Rows.ofHonest(100).lines());
        Rows later = new Rows();
        later.seen(LocalDate.of(2025, 8, 1), Rows.honest(1), Rows.subscriber(1));

        assertThat(ledger.take("kcell_20250801_20250801.csv", later.lines()).rows())
                .isEqualTo(1);
    }

    @Test
    void a_file_in_which_every_imei_is_empty_is_refused_with_the_figure_and_the_limit() {
        Rows rows = new Rows();
        for (int i = 0; i < 20; i++) {
            rows.line("20250601,,40102000000000" + i % 10 + ",7705000000" + i % 10 + ",006");
        }

        assertThatThrownBy(() -> ledger.take(NAME, rows.lines()))
                .isInstanceOf(ObservationsRefused.class)
                .hasMessageContaining("rows without IMEI: 20 of 20 (1.0000), at most 0.05");
    }

    @Test
    void days_outside_of_the_files_name_refuse_it() {
        Rows rows = Rows.ofHonest(20);

        assertThatThrownBy(() -> ledger.take("kcell_20250602_20250610.csv", rows.lines()))
                .hasMessageContaining("the first day in it is 2025-06-01, its name begins on 2025-06-02")
                .hasMessageContaining("the last day in it is 2025-06-20, its name ends on 2025-06-10");
    }

    @Test
    void a_file_of_the_future_or_of_no_operator_is_refused() {
        assertThatThrownBy(() -> ledger.take("kcell_20990101_20990102.csv", new Rows().lines()))
                .hasMessageContaining("after today");
        assertThatThrownBy(() -> ledger.take("data.csv", new Rows().lines())).hasMessageContaining("<operator>_");
    }

    @Test
    void a_refusal_quotes_nobody() {
        assertThatThrownBy(() -> ledger.take(NAME, List.of("20250601,35209900000001,401020000000001,77050000001")))
                .isInstanceOf(ObservationsRefused.class)
                .message()
                .doesNotContain("401020000000001");
    }

    @Test
    void subscribers_of_another_country_and_another_operator_are_counted() {
        Rows rows = Rows.ofHonest(20);
        for (int i = 0; i < 20; i++) {
            rows.line("20250601,35209900000001,25001000000000" + i % 10 + ",7999000000" + i % 10 + ",006");
        }

        assertThatThrownBy(() -> ledger.take(NAME, rows.lines()))
                .hasMessageContaining("IMSIs of another country: 20 of 40")
                .hasMessageContaining("IMSIs that are not KCELL's own: 20 of 40");
    }

    @Test
    void gzip_and_zip_are_read_like_the_text_in_them(@TempDir Path folder) throws IOException, ObservationsRefused {
        byte[] text =
                (String.join("\n", Rows.ofHonest(50).lines()) + "\n").getBytes(java.nio.charset.StandardCharsets.UTF_8);
        Path gz = folder.resolve("kcell_20250601_20250630.csv.gz");
        try (var out = new GZIPOutputStream(Files.newOutputStream(gz))) {
            out.write(text);
        }
        Path zip = folder.resolve("kcell_20250601_20250630.zip");
        try (var out = new ZipOutputStream(Files.newOutputStream(zip))) {
            out.putNextEntry(new ZipEntry("kcell_20250601_20250630.csv"));
            out.write(text);
        }
        for (Path sent : List.of(gz, zip)) {
            assertThat(ledger.archive()
                            .take(Hashing.sha256(sent), sent.getFileName().toString(), sent, ArchiveUnderTest.TODAY)
                            .rows())
                    .isEqualTo(50);
        }
    }

    @Test
    void a_changed_byte_is_found_and_the_file_named() throws IOException, ObservationsRefused {
        ledger.feed(NAME, Rows.ofHonest(200).lines());
        assertThat(ledger.archive().verify().damages()).isEmpty();
        Path part;
        try (var files = Files.walk(ledger.files())) {
            part = files.filter(it -> it.toString().endsWith(".parquet"))
                    .findFirst()
                    .orElseThrow();
        }
        byte[] bytes = Files.readAllBytes(part);
        bytes[bytes.length / 2] ^= 1;
        assertThat(part.toFile().setWritable(true)).isTrue();
        Files.write(part, bytes);

        assertThat(ledger.archive().verify().damages())
                .singleElement()
                .satisfies(damage -> assertThat(part.toString()).endsWith(damage.path()));
    }
}
