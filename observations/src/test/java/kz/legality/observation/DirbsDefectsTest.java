package kz.legality.observation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import kz.legality.observation.Condition.Dimension;
import kz.legality.observation.Condition.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What DIRBS gets wrong in its classification (PEERS 3), and this archive does not. */
class DirbsDefectsTest {
    private static final String PHONE = "35311120003681";
    private static final LocalDate END = LocalDate.of(2025, 6, 30);

    /** There an exempted kind of device takes every IMEI whose model is in no catalogue off the list. */
    @Test
    void defect_2_a_phone_of_a_model_nobody_knows_is_exempt_from_nothing(@TempDir Path folder)
            throws ObservationsRefused {
        Rows rows = Rows.ofHonest(100).seen(Rows.FIRST, PHONE, Rows.subscriber(1));
        try (ArchiveUnderTest ledger = new ArchiveUnderTest(folder)) {
            ledger.feed("kcell_20250601_20250630.csv", rows.lines());

            assertThat(ArchiveUnderTest.POLICY.exempt()).isNotEmpty();
            assertThat(matching(ledger, Dimension.of(Kind.NOT_REGISTERED)))
                    .as("the honest, and the one of an unknown model")
                    .isEqualTo(101);
        }
    }

    /** There a window of ten days counts whole rows of a month: all six subscribers. */
    @Test
    void defect_8_a_window_of_days_counts_the_subscribers_of_these_days_only(@TempDir Path folder)
            throws ObservationsRefused {
        Rows rows = Rows.ofHonest(100);
        for (int i = 0; i < 3; i++) {
            rows.seen(LocalDate.of(2025, 6, 1 + i), PHONE, Rows.subscriber(i));
            rows.seen(LocalDate.of(2025, 6, 28 + i), PHONE, Rows.subscriber(3 + i));
        }
        try (ArchiveUnderTest ledger = new ArchiveUnderTest(folder)) {
            ledger.feed("kcell_20250601_20250630.csv", rows.lines());

            assertThat(matching(ledger, subscribers(4, 10))).isZero();
            assertThat(matching(ledger, subscribers(3, 10))).isEqualTo(1);
            assertThat(matching(ledger, subscribers(6, 30))).isEqualTo(1);
        }
    }

    private static Dimension subscribers(long threshold, long days) {
        return new Dimension(Kind.DUPLICATE_THRESHOLD, Map.of("threshold", threshold, "days", days), false);
    }

    private static long matching(ArchiveUnderTest ledger, Dimension dimension) {
        return ledger.archive()
                .match(List.of(new Condition("it", List.of(dimension), 1.0)), END)
                .getFirst()
                .matching();
    }
}
