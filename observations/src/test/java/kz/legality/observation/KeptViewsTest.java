package kz.legality.observation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import kz.legality.device.DeviceEvent.DeviceExported;
import kz.legality.device.DeviceEvent.FactWithdrawn;
import kz.legality.device.DeviceEvent.SeenOnNetwork;
import kz.legality.device.Occasion;
import kz.legality.event.Source;
import kz.legality.identifier.Bin;
import kz.legality.identifier.DeclarationNumber;
import kz.legality.identifier.FileHash;
import kz.legality.identifier.Imei;
import kz.legality.identifier.Procedure;
import kz.legality.identifier.Tiyn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of operators one after the other, and what is said between them. */
class KeptViewsTest {
    private static final Source ROW = new Source.FileRow(new FileHash("ab".repeat(32)), 1);
    private static final OffsetDateTime EXIT = OffsetDateTime.parse("2025-06-01T10:00:00+05:00");
    private static final String PHONE = "35311120003681";

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
    void an_export_said_between_two_files_counts_for_the_second_and_one_withdrawn_counts_no_more()
            throws ObservationsRefused {
        assertThat(afterExport(2)).isEmpty();
        assertThat(afterExport(3)).isEmpty();

        DeviceExported exported = new DeviceExported(
                new Imei(PHONE),
                EXIT.toInstant(),
                ROW,
                null,
                new DeclarationNumber("50402/100325/0000002"),
                1,
                new Procedure("10"),
                EXIT.minusDays(5),
                EXIT,
                new Bin("940140000385"),
                "AE",
                new Tiyn(1));
        ledger.record(exported);
        assertThat(afterExport(4)).hasSize(1);
        assertThat(afterExport(5)).hasSize(1);

        ledger.record(new FactWithdrawn(new Imei(PHONE), Instant.EPOCH, ROW, 0, "typed wrongly"));
        assertThat(afterExport(6)).isEmpty();
    }

    /** What the file of one day in June says of phones after their export. */
    private List<SeenOnNetwork> afterExport(int day) throws ObservationsRefused {
        LocalDate date = LocalDate.of(2025, 6, day);
        Rows rows = new Rows();
        for (int i = 0; i < 20; i++) {
            rows.seen(date, Rows.honest(i), Rows.subscriber(100_000 + i));
        }
        String name = "kcell_" + ("" + date + "_" + date).replace("-", "") + ".csv";
        return ArchiveUnderTest.only(
                        SeenOnNetwork.class,
                        ledger.feed(
                                name, rows.seen(date, PHONE, Rows.subscriber(7)).lines()))
                .stream()
                .filter(seen -> seen.occasion() == Occasion.AFTER_EXPORT)
                .toList();
    }
}
