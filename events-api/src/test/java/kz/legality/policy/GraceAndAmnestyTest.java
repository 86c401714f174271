package kz.legality.policy;

import static kz.legality.example.Facts.declared;
import static kz.legality.example.Facts.on;
import static kz.legality.example.Facts.registered;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kz.legality.device.Deciding;
import kz.legality.device.Device;
import kz.legality.device.DeviceCommand;
import kz.legality.device.DeviceCommand.EndGreyTerm;
import kz.legality.device.DeviceCommand.RecordFact;
import kz.legality.device.DeviceEvent;
import kz.legality.device.ListStatus;
import kz.legality.device.Standing;
import kz.legality.example.Devices;
import kz.legality.example.Draft;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** DIRBS's grace and amnesty, and what it promised, as policy: a change of terms is a change of data. */
class GraceAndAmnestyTest {
    private static final String AMNESTY = "amnesty";

    @Test
    void a_new_grace_counts_for_what_is_found_from_its_day_on_and_moves_no_promised_date() {
        PolicyBook book = PolicyBook.kazakhstan().with(version("KZ-2", "2025-06-01", "P60D", null));
        Life early = new Life(book).hears(registered().on("2025-05-10"));
        Life late = new Life(book).hears(registered().on("2025-06-10"));

        assertThat(early.deadline()).isEqualTo(on("2025-06-09"));
        assertThat(late.deadline()).isEqualTo(on("2025-08-09"));
        early.ends("2025-06-10");
        late.ends("2025-06-10");
        assertThat(early.status()).isEqualTo(ListStatus.BLACK);
        assertThat(late.status()).isEqualTo(ListStatus.GREY);
    }

    @Test
    void each_decision_names_the_version_it_was_made_by() {
        PolicyBook book = PolicyBook.kazakhstan().with(version("KZ-2", "2025-06-01", "P60D", null));

        assertThat(new Life(book).hears(registered().on("2025-05-10")).version())
                .isEqualTo("KZ-2025-03-25");
        assertThat(new Life(book).hears(registered().on("2025-06-10")).version())
                .isEqualTo("KZ-2");
    }

    @Test
    void a_late_registration_is_decided_by_the_version_of_its_own_day() {
        PolicyBook book = PolicyBook.kazakhstan().with(version("KZ-2", "2025-06-01", "P60D", null));
        Life life = new Life(book).hears(registered().on("2025-05-10"));

        assertThat(life.deadline()).isEqualTo(on("2025-06-09"));
    }

    @Test
    void who_is_found_while_the_amnesty_evaluates_keeps_his_phone_until_the_amnesty_ends() {
        Life life = new Life(amnesty()).hears(registered().on("2025-05-10"));

        assertThat(life.deadline()).isEqualTo(Instant.parse("2025-09-30T19:00:00Z"));
        life.ends("2025-09-30");
        assertThat(life.status()).isEqualTo(ListStatus.GREY);
        life.ends("2025-10-02");
        assertThat(life.status()).isEqualTo(ListStatus.BLACK);
    }

    @Test
    void who_is_found_after_the_evaluation_gets_the_ordinary_grace() {
        Life life = new Life(amnesty()).hears(registered().on("2025-07-01"));

        assertThat(life.deadline()).isEqualTo(on("2025-07-31"));
    }

    @Test
    void an_amnesty_that_ends_before_the_ordinary_grace_shortens_nothing() {
        PolicyBook book = PolicyBook.of(
                version("KZ-A", "2025-03-25", "P365D", Map.of("evaluationEnds", "2025-06-30", "ends", "2025-07-31")));

        assertThat(new Life(book).hears(registered().on("2025-05-10")).deadline())
                .isEqualTo(on("2026-05-10"));
    }

    @Test
    void an_amnesty_that_is_taken_back_moves_no_promised_date() {
        PolicyBook book = amnesty().with(version("KZ-B", "2025-06-01", "P30D", null));
        Life life = new Life(book).hears(registered().on("2025-05-10"));
        Instant promised = life.deadline();

        life.hears(registered().on("2025-06-20").operator("BEELINE"));

        assertThat(life.deadline()).isEqualTo(promised);
    }

    @Test
    void proof_within_the_amnesty_makes_it_lawful() {
        Life life = new Life(amnesty()).hears(registered().on("2025-05-10"));

        life.hears(declared().on("2025-08-01"));
        life.ends("2025-12-01");

        assertThat(life.status()).isEqualTo(ListStatus.WHITE);
    }

    private static PolicyBook amnesty() {
        return PolicyBook.of(
                version("KZ-A", "2025-03-25", "P30D", Map.of("evaluationEnds", "2025-06-30", "ends", "2025-09-30")));
    }

    private static Policy version(
            String version, String validFrom, String term, @Nullable Map<String, Object> amnesty) {
        Map<String, Object> terms = new HashMap<>(Policy.kazakhstan().terms());
        Map<String, Object> lists = new HashMap<>(at(terms, "lists"));
        Map<String, Object> grey = new HashMap<>(at(lists, "grey"));
        terms.put("version", version);
        terms.put("validFrom", validFrom);
        terms.put("lists", lists);
        lists.put("grey", grey);
        grey.put("term", term);
        if (amnesty != null) {
            grey.put(AMNESTY, amnesty);
        }
        return Policy.of(terms);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> at(Map<String, Object> terms, String key) {
        return (Map<String, Object>) terms.get(key);
    }

    /** One phone under a book of policies: each thing decided by the version in force when it happened. */
    private static final class Life {
        private final PolicyBook book;
        private final List<DeviceEvent> history = new ArrayList<>();

        Life(PolicyBook book) {
            this.book = book;
        }

        Life hears(Draft<?> draft) {
            return does(new RecordFact(draft.fact()));
        }

        void ends(String day) {
            does(new EndGreyTerm(Devices.PHONE, on(day)));
        }

        private Life does(DeviceCommand command) {
            history.addAll(Deciding.on(command, Device.of(history), book.inForceAt(command.at()))
                    .events());
            return this;
        }

        private Standing standing() {
            return Standing.now(
                    Devices.PHONE, Device.of(history), book.inForceAt(Instant.parse("2026-01-01T00:00:00Z")));
        }

        Instant deadline() {
            return Device.of(history).greyTerm().deadline();
        }

        String version() {
            return Device.of(history).greyTerm().policyVersion();
        }

        ListStatus status() {
            return standing().status();
        }
    }
}
