package kz.legality.door.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import kz.legality.accesstest.Addresses;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;

class AccessRulesTest {
    @Test
    void an_address_is_opened_by_one_row_and_every_row_opens_one_that_was_asked_for() {
        Set<Opening> used = new HashSet<>();
        for (Addresses.Line line : Addresses.open()) {
            List<Opening> rows = AccessRules.openings().stream()
                    .filter(row -> row.leadsTo(HttpMethod.valueOf(line.method()), path(line)))
                    .toList();
            assertThat(rows).as(line.address()).hasSize(1);
            used.addAll(rows);
        }
        assertThat(AccessRules.openings()).allMatch(used::contains);
    }

    @Test
    void what_stands_in_no_row_is_opened_by_none() {
        for (Addresses.Line line : Addresses.closed()) {
            assertThat(AccessRules.openingFor(HttpMethod.valueOf(line.method()), path(line)))
                    .as("%s %s", line.method(), line.address())
                    .isEmpty();
        }
    }

    @Test
    void the_administrator_sees_figures_and_no_data() {
        assertThat(AccessRules.openings())
                .filteredOn(row -> row.to() instanceof Opening.To.Holders who
                        && who.roles().contains(Role.ADMIN))
                .extracting(row -> row.address().getPatternString())
                .containsExactly(
                        "/api/v1/maintenance/replay",
                        "/api/v1/maintenance/fsck",
                        "/api/v1/maintenance/archive",
                        "/api/v1/maintenance/backup",
                        "/actuator/prometheus");
    }

    private static PathContainer path(Addresses.Line line) {
        return PathContainer.parsePath(line.address());
    }
}
