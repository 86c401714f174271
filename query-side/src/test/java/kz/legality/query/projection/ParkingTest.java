package kz.legality.query.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import kz.legality.device.ListStatus;
import kz.legality.example.Devices;
import kz.legality.example.Facts;
import kz.legality.example.Persons;
import kz.legality.query.OpenLedger;
import kz.legality.query.device.DevicesView;
import kz.legality.query.device.HistoryView;
import kz.legality.query.device.Moment;
import kz.legality.query.store.Selection;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ParkingTest {
    private static final Instant NOW = Instant.parse("2025-06-01T00:00:00Z");

    @TempDir
    Path directory;

    private OpenLedger ledger;

    @BeforeEach
    void open() {
        ledger = new OpenLedger(directory.resolve("views"));
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    @Test
    void an_event_that_cannot_be_read_is_parked_and_the_rest_goes_on() {
        ledger.log.append(NOW, Facts.imported(Devices.PHONE).fact());
        long torn = ledger.log.appendTorn(NOW, Facts.registered(Devices.PHONE).fact());
        ledger.log.append(NOW, Facts.imported(Devices.OTHER_PHONE).fact());
        ledger.catchUp();

        assertThat(ledger.query.projections().position()).isEqualTo(ledger.log.head());
        assertThat(ledger.query.devices().state(Devices.OTHER_PHONE, Moment.NOW).status())
                .isEqualTo(ListStatus.WHITE);
        assertThat(ledger.query.projections().parked(DevicesView.NAME, 10))
                .extracting(Parked::position, Parked::stream, Parked::sequence)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(torn, Devices.PHONE.key(), 1L));
        assertThat(ledger.query.projections().parked(HistoryView.NAME, 10)).hasSize(1);
        assertThat(ledger.query.projections().states())
                .filteredOn(state -> state.view().equals(DevicesView.NAME))
                .extracting(ViewState::parked)
                .containsExactly(1L);
    }

    @Test
    void what_comes_after_a_parked_event_of_the_same_device_waits_with_it_and_the_answer_says_so() {
        ledger.log.append(NOW, Facts.imported(Devices.PHONE).fact());
        ledger.log.appendTorn(NOW, Facts.registered(Devices.PHONE).fact());
        ledger.log.append(NOW, Facts.ordered(Devices.PHONE, "№ 1").fact());
        ledger.catchUp();

        assertThat(ledger.query.devices().state(Devices.PHONE, Moment.NOW).incomplete())
                .isTrue();
        assertThat(ledger.query.devices().state(Devices.PHONE, Moment.NOW).status())
                .isEqualTo(ListStatus.WHITE);
        assertThat(ledger.query.devices().history(Devices.PHONE, Moment.NOW).status())
                .as("both ways of asking stop before the gap")
                .isEqualTo(ListStatus.WHITE);
        assertThat(ledger.query.devices().state(Devices.OTHER_PHONE, Moment.NOW).incomplete())
                .isFalse();
        assertThat(ledger.query.projections().parked(DevicesView.NAME, 10)).hasSize(2);
        assertThat(ledger.query.projections().parked(HistoryView.NAME, 10)).hasSize(1);
    }

    @Test
    void what_is_parked_names_no_person() {
        ledger.log.appendTorn(
                NOW, Facts.registered(Devices.PHONE).to(Persons.AIGUL).fact());
        ledger.catchUp();

        ledger.store.scan(
                Selection.all(Parked.VIEW),
                it -> assertThat(it.text())
                        .contains("Exception")
                        .doesNotContain(Persons.AIGUL.value())
                        .doesNotContain("Cannot deserialize"));
    }

    @Test
    void rebuilding_a_view_tries_again_what_it_had_parked() {
        ledger.log.appendTorn(NOW, Facts.registered(Devices.PHONE).fact());
        ledger.catchUp();
        ledger.log.mend(0, Facts.registered(Devices.PHONE).fact());

        ledger.replay(DevicesView.NAME);

        assertThat(ledger.query.projections().parked(DevicesView.NAME, 10)).isEmpty();
        assertThat(ledger.query.projections().parked(HistoryView.NAME, 10)).hasSize(1);
        assertThat(ledger.documents(DevicesView.NAME)).hasSize(1);
    }
}
