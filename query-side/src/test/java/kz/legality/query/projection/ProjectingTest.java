package kz.legality.query.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import kz.legality.device.ListStatus;
import kz.legality.example.Devices;
import kz.legality.example.Facts;
import kz.legality.query.OpenLedger;
import kz.legality.query.RandomLedger;
import kz.legality.query.device.DevicesView;
import kz.legality.query.device.HistoryView;
import kz.legality.query.device.Moment;
import kz.legality.query.store.Document;
import kz.legality.query.store.WriteBatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProjectingTest {
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
    void catching_up_on_nothing_is_done_at_once() {
        ledger.catchUp();

        assertThat(ledger.query.projections().position()).isEqualTo(-1);
        assertThat(ledger.query.projections().headPosition()).isEqualTo(-1);
    }

    @Test
    void catching_up_ends_at_the_head_and_says_how_far_it_is() {
        new RandomLedger(1, 50, ledger.log).tell(5_000);
        List<Progress> told = new ArrayList<>();

        ledger.query.projections().catchUp(told::add);

        assertThat(ledger.query.projections().position()).isEqualTo(ledger.log.head());
        assertThat(ledger.query.projections().isRunning()).isFalse();
        assertThat(told.getLast().done()).isEqualTo(ledger.log.head() + 1);
        assertThat(told.getLast().left()).isZero();
    }

    @Test
    void what_was_written_can_be_read_after_waiting_for_its_position() {
        ledger.query.projections().start();
        RandomLedger story = new RandomLedger(2, 5, ledger.log);

        for (int i = 0; i < 20; i++) {
            long position = story.record(Facts.registered(Devices.PHONE)
                    .line("7701000000" + (i % 10), "40102100000000" + (i % 10))
                    .fact());
            assertThat(ledger.query.projections().awaitPosition(position, Duration.ofSeconds(10)))
                    .isTrue();
            assertThat(ledger.query.devices().history(Devices.PHONE, Moment.NOW).events())
                    .hasSize(i + 1);
        }
        assertThat(ledger.query.projections().caughtUp(Duration.ZERO)).isTrue();
    }

    @Test
    void waiting_for_what_was_not_recorded_ends_when_the_time_is_up() {
        assertThat(ledger.query.projections().awaitPosition(0, Duration.ofMillis(20)))
                .isFalse();
    }

    @Test
    void it_goes_on_where_it_was_after_a_restart() {
        RandomLedger story = new RandomLedger(3, 20, ledger.log).tell(500);
        ledger.catchUp();
        long before = ledger.log.head();

        ledger.reopen();
        story.tell(200);
        ledger.catchUp();

        assertThat(ledger.query.projections().eventsDone()).isEqualTo(ledger.log.head() - before);
    }

    @Test
    void rebuilding_one_view_leaves_the_others_and_makes_the_same_documents() {
        new RandomLedger(4, 60, ledger.log).tell(3_000);
        ledger.catchUp();
        Map<String, Document> devices = ledger.documents(DevicesView.NAME);
        Map<String, Document> history = ledger.documents(HistoryView.NAME);
        Map<ListStatus, Long> counts = ledger.query.lists().counts();
        ledger.store.clear(HistoryView.NAME);

        ledger.replay(DevicesView.NAME);

        assertThat(ledger.documents(DevicesView.NAME)).isEqualTo(devices);
        assertThat(ledger.query.lists().counts()).isEqualTo(counts);
        assertThat(ledger.query.projections().eventsDone()).isEqualTo(2 * (ledger.log.head() + 1));
        assertThat(ledger.documents(HistoryView.NAME)).as("not replayed").isEmpty();

        ledger.replay(HistoryView.NAME);

        assertThat(ledger.documents(HistoryView.NAME)).isEqualTo(history);
    }

    @Test
    void rebuilding_while_it_projects_goes_on_projecting() {
        RandomLedger story = new RandomLedger(5, 20, ledger.log).tell(300);
        ledger.query.projections().start();

        ledger.replay(DevicesView.NAME, HistoryView.NAME);
        story.tell(100);

        assertThat(ledger.query.projections().caughtUp(Duration.ofSeconds(10))).isTrue();
        assertThat(ledger.documents(HistoryView.NAME)).hasSize((int) ledger.log.head() + 1);
    }

    /** At whatever moment of its beginning it is stopped: what is told it next is projected. */
    @Test
    void stopped_while_it_starts_it_can_start_again() {
        RandomLedger story = new RandomLedger(9, 20, ledger.log);
        for (int i = 0; i < 200; i++) {
            ledger.query.projections().start();
            LockSupport.parkNanos(i * 5_000L);
            ledger.query.projections().stop();
        }
        story.tell(100);

        ledger.query.projections().start();

        assertThat(ledger.query.projections().caughtUp(Duration.ofSeconds(10))).isTrue();
    }

    @Test
    void a_view_nobody_knows_cannot_be_rebuilt() {
        assertThatThrownBy(() -> ledger.replay("device"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("devices, files, history, tacs");
    }

    @Test
    void a_rebuilding_that_was_cut_off_ends_as_if_it_had_not_been() {
        new RandomLedger(6, 40, ledger.log).tell(1_000);
        ledger.catchUp();
        Map<String, Document> devices = ledger.documents(DevicesView.NAME);
        Map<ListStatus, Long> counts = ledger.query.lists().counts();

        // What a crash leaves between forgetting the position and emptying the view.
        Document position = ledger.store.get(ViewState.VIEW, DevicesView.NAME).orElseThrow();
        ledger.store.commit(new WriteBatch().delete(ViewState.VIEW, DevicesView.NAME, position.position() + 1));
        ledger.reopen();
        ledger.catchUp();

        assertThat(ledger.documents(DevicesView.NAME)).isEqualTo(devices);
        assertThat(ledger.query.lists().counts()).isEqualTo(counts);
    }

    @Test
    void events_that_come_again_change_nothing() {
        new RandomLedger(7, 40, ledger.log).tell(1_000);
        ledger.catchUp();
        Map<String, Document> devices = ledger.documents(DevicesView.NAME);
        Map<String, Document> history = ledger.documents(HistoryView.NAME);
        Map<ListStatus, Long> counts = ledger.query.lists().counts();

        // As if the documents of the last batches had been written and the positions had not.
        for (String view : List.of(DevicesView.NAME, HistoryView.NAME)) {
            Document position = ledger.store.get(ViewState.VIEW, view).orElseThrow();
            ViewState state = ViewState.of(position);
            ViewState earlier = new ViewState(view, state.revision(), 100, 0);
            ledger.store.commit(new WriteBatch().delete(ViewState.VIEW, view, position.position() + 1));
            ledger.store.commit(new WriteBatch().put(ViewState.VIEW, earlier.document()));
        }
        ledger.reopen();
        ledger.catchUp();

        assertThat(ledger.query.projections().eventsDone()).isEqualTo(ledger.log.head() - 100);
        assertThat(ledger.documents(DevicesView.NAME)).isEqualTo(devices);
        assertThat(ledger.documents(HistoryView.NAME)).isEqualTo(history);
        assertThat(ledger.query.lists().counts()).isEqualTo(counts);
    }

    @Test
    void however_the_events_are_cut_into_batches_the_documents_are_the_same() {
        RandomLedger story = new RandomLedger(8, 30, ledger.log);
        for (int i = 0; i < 60; i++) {
            story.tell(1 + i % 13);
            ledger.catchUp();
        }
        Map<String, Document> devices = ledger.documents(DevicesView.NAME);

        ledger.replay(DevicesView.NAME);

        assertThat(ledger.documents(DevicesView.NAME)).isEqualTo(devices);
    }
}
