package kz.legality.command.intake;

import static kz.legality.sourcefile.FileKind.BLOCKS;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnpackingTest {
    private static final String TEXT = Samples.rows(BLOCKS, 1, 3);

    @TempDir
    Path directory;

    private LedgerUnderTest ledger;

    @BeforeEach
    void start() {
        ledger = new LedgerUnderTest(directory);
    }

    @Test
    void a_gzip_is_known_by_its_first_bytes_whatever_it_is_called() throws IOException {
        assertThat(ledger.receive(BLOCKS, gzip(TEXT)).accepted()).isEqualTo(3);
    }

    @Test
    void a_zip_with_one_file_is_taken_whatever_folders_lie_beside() throws IOException {
        assertThat(ledger.receive(BLOCKS, zip("blocks/", "blocks/today.csv", "__MACOSX/._today.csv"))
                        .accepted())
                .isEqualTo(3);
    }

    @Test
    void a_zip_with_two_files_is_refused_and_nothing_is_recorded() throws IOException {
        Receipt receipt = ledger.receive(BLOCKS, zip("a.csv", "b.csv"));

        assertThat(receipt.refusal()).isEqualTo("the zip holds more than one file; send each by itself");
        assertThat(ledger.device(1)).isEmpty();
    }

    @Test
    void a_zip_without_a_file_is_refused() throws IOException {
        assertThat(ledger.receive(BLOCKS, zip("folder/")).refusal()).isEqualTo("the zip holds no file");
        assertThat(ledger.receive(BLOCKS, zip()).refusal()).isEqualTo("the zip holds no file");
    }

    @Test
    void an_archive_torn_near_its_end_is_refused_and_nothing_is_recorded() throws IOException {
        byte[] gzip = gzip(Samples.rows(BLOCKS, 1, 5_000));
        byte[] zip = zip("a.csv");

        Receipt torn = ledger.receive(BLOCKS, Arrays.copyOf(gzip, gzip.length - 5));
        Receipt tornZip = ledger.receive(BLOCKS, Arrays.copyOf(zip, 60));

        assertThat(torn.refusal()).isEqualTo("the archive is damaged or not complete");
        assertThat(tornZip.refusal()).contains("damaged");
        assertThat(ledger.device(1)).isEmpty();
    }

    @Test
    void an_archive_with_a_changed_byte_is_refused() throws IOException {
        byte[] gzip = gzip(Samples.rows(BLOCKS, 1, 5_000));
        gzip[gzip.length - 6] ^= 1;

        assertThat(ledger.receive(BLOCKS, gzip).refusal()).isEqualTo("the archive is damaged or not complete");
    }

    @Test
    void two_bytes_of_a_gzip_are_refused() {
        assertThat(ledger.receive(BLOCKS, new byte[] {0x1f, (byte) 0x8b}).refusal())
                .isEqualTo("the archive is damaged or not complete");
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    private static byte[] zip(String... names) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (String name : names) {
                zip.putNextEntry(new ZipEntry(name));
                if (!name.endsWith("/")) {
                    zip.write(TEXT.getBytes(StandardCharsets.UTF_8));
                }
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }
}
