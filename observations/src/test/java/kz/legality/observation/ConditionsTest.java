package kz.legality.observation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import kz.legality.observation.Condition.Dimension;
import kz.legality.observation.Condition.Kind;
import kz.legality.observation.Condition.Matched;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Dimensions combine and invert as DIRBS's do. */
class ConditionsTest {
    private static final LocalDate END = LocalDate.of(2025, 6, 30);
    private static final String PHONE = "35311120003681";

    @Test
    void a_condition_matches_what_all_its_dimensions_match_and_an_inverted_one_the_rest(@TempDir Path folder)
            throws ObservationsRefused {
        Rows rows = Rows.ofHonest(100).line("20250601,ABCDEF,401020000000001,77050000001,006");
        for (int i = 0; i < 4; i++) {
            rows.seen(Rows.FIRST.plusDays(i), PHONE, Rows.subscriber(i));
        }
        try (ArchiveUnderTest ledger = new ArchiveUnderTest(folder)) {
            ledger.feed("kcell_20250601_20250630.csv", rows.lines());
            Dimension used = new Dimension(Kind.DUPLICATE_THRESHOLD, Map.of("threshold", 4L, "days", 120L), false);

            assertThat(matched(ledger, used)).isEqualTo(new Matched("it", 1, 102, false));
            assertThat(matched(ledger, used, Dimension.of(Kind.NOT_REGISTERED)).matching())
                    .isEqualTo(1);
            assertThat(matched(ledger, used, Dimension.of(Kind.BLOCKED)).matching())
                    .isZero();
            assertThat(matched(ledger, Dimension.of(Kind.MALFORMED)).matching()).isEqualTo(1);
            assertThat(matched(ledger, used.inverted())).isEqualTo(new Matched("it", 101, 102, true));
        }
    }

    private static Matched matched(ArchiveUnderTest ledger, Dimension... dimensions) {
        return ledger.archive()
                .match(List.of(new Condition("it", List.of(dimensions), 0.1)), END)
                .getFirst();
    }
}
