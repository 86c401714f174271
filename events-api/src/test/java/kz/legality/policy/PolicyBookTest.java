package kz.legality.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PolicyBookTest {
    private final PolicyBook book = PolicyBook.kazakhstan()
            .with(version("KZ-2", "2026-01-01"))
            .with(version("KZ-3", "2025-09-01"))
            .with(version("KZ-4", "2026-01-01"));

    @Test
    void the_version_in_force_when_something_happened_decides() {
        assertThat(inForce("2025-08-31T18:59:59Z")).isEqualTo("KZ-2025-03-25");
        assertThat(inForce("2025-08-31T19:00:00Z")).isEqualTo("KZ-3");
        assertThat(inForce("2025-12-31T18:59:59Z")).isEqualTo("KZ-3");
    }

    @Test
    void of_two_that_came_into_force_at_one_moment_the_one_activated_later_decides() {
        assertThat(inForce("2026-01-01T00:00:00Z")).isEqualTo("KZ-4");
    }

    @Test
    void what_happened_before_the_rules_is_judged_by_the_first() {
        assertThat(inForce("2019-01-01T00:00:00Z")).isEqualTo("KZ-2025-03-25");
    }

    @Test
    void the_next_change_is_told() {
        assertThat(book.nextChangeAfter(Instant.parse("2025-10-01T00:00:00Z")))
                .contains(Instant.parse("2025-12-31T19:00:00Z"));
        assertThat(book.nextChangeAfter(Instant.parse("2026-10-01T00:00:00Z"))).isEmpty();
    }

    @Test
    void a_policy_recorded_before_a_key_existed_says_of_it_what_kazakhstan_said_first() {
        Map<String, Object> older =
                new LinkedHashMap<>(version("TR-1", "2024-01-01").terms());
        older.remove("observations");

        assertThat(Policy.recorded(older)).isEqualTo(version("TR-1", "2024-01-01"));
    }

    private String inForce(String moment) {
        return book.inForceAt(Instant.parse(moment)).version();
    }

    private static Policy version(String version, String validFrom) {
        Map<String, Object> terms = new LinkedHashMap<>(Policy.kazakhstan().terms());
        terms.put("version", version);
        terms.put("validFrom", LocalDate.parse(validFrom).toString());
        return Policy.of(terms);
    }
}
