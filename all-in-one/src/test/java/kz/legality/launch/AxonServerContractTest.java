package kz.legality.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import kz.legality.command.intake.Progress;
import kz.legality.command.intake.Receipt;
import kz.legality.device.BlockGround;
import kz.legality.device.Decision;
import kz.legality.device.DeviceCommand.LiftBlock;
import kz.legality.device.DeviceCommand.RecordFact;
import kz.legality.device.DeviceEvent.DeviceBlocked;
import kz.legality.device.ListStatus;
import kz.legality.event.Source;
import kz.legality.identifier.Imei;
import kz.legality.query.device.HistoryEvent;
import kz.legality.query.device.Moment;
import kz.legality.query.projection.EventsUntilNow;
import kz.legality.sourcefile.FileEvent.ObservationsArchived;
import kz.legality.sourcefile.FileKind;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The whole ledger with its events in a real Axon Server, whose address {@code AXONSERVER_HOST} gives. What an earlier
 * run left there does no harm: every run has phones of its own.
 */
class AxonServerContractTest {
    private static final String ADDRESS = "AXONSERVER_HOST";
    private static final Duration VIEWS_WAIT_MAX = Duration.ofSeconds(60);
    private static final Source.Actor OFFICER = new Source.Actor("officer", "order-1");

    @TempDir
    private Path directory;

    @BeforeAll
    static void askForTheServer() {
        boolean given = System.getenv(ADDRESS) != null;
        if (!given) {
            System.err.println("SKIPPED: the ledger on a real Axon Server; set " + ADDRESS + " to host or host:port");
        }
        assumeTrue(given, () -> ADDRESS + " is not set: the ledger was not tried on a real Axon Server");
    }

    @Test
    void files_and_commands_go_in_and_lists_and_histories_come_out() throws Exception {
        Imei imei = phone();
        Path file = Files.writeString(
                directory.resolve("imports.csv"),
                "declaration,item,procedure,registered_at,released_at,importer_bin,imei,brand,model,unit_value_tiyn,unit_vat_tiyn\n"
                        + "55302/010326/0000001,1,40,2026-03-01T10:00:00+05:00,2026-03-02T10:00:00+05:00,"
                        + "941240000193," + imei.printed() + ",Samsung,SM-A566B,14900000,2384000\n");
        try (OpenLedger ledger = open()) {
            ledger.queries().projections().start();

            Receipt first = ledger.intake()
                    .receive(FileKind.CUSTOMS_IMPORTS, "imports.csv", "customs", file, Progress.UNWATCHED);
            Receipt again = ledger.intake()
                    .receive(FileKind.CUSTOMS_IMPORTS, "imports.csv", "customs", file, Progress.UNWATCHED);
            assertThat(first.events()).isEqualTo(1);
            assertThat(again.repeated()).isTrue();
            assertThat(status(ledger, imei)).isEqualTo(ListStatus.WHITE);

            ledger.commands().send(blocked(imei, "KUSP-1"), Map.of());
            assertThat(status(ledger, imei)).isEqualTo(ListStatus.BLACK);

            Decision lifted = ledger.commands()
                    .send(
                            new LiftBlock(
                                    imei,
                                    Instant.parse("2026-05-01T00:00:00Z"),
                                    OFFICER,
                                    "MVD",
                                    "found",
                                    "KUSP-1",
                                    "KUSP-2"),
                            Map.of());
            assertThat(lifted.events()).hasSize(1);
            assertThat(status(ledger, imei)).isEqualTo(ListStatus.WHITE);
            assertThat(ledger.queries().devices().history(imei, Moment.NOW).events())
                    .extracting(HistoryEvent::type)
                    .containsExactly("DeviceImported", "DeviceBlocked", "DeviceUnblocked");
        }
    }

    @Test
    void a_stream_that_another_continued_meanwhile_is_a_conflict_and_nothing_is_stored() {
        RecordFact fact = blocked(phone(), "KUSP-1");
        DeviceBlocked event = (DeviceBlocked) fact.fact();
        try (OpenLedger ledger = open()) {
            ledger.events().publish(new GenericDomainEventMessage<>("Device", event.stream(), 0, event));

            assertThatThrownBy(() -> ledger.events()
                            .publish(new GenericDomainEventMessage<>("Device", event.stream(), 0, event)))
                    .isInstanceOf(ConcurrencyException.class);
            assertThat(ledger.events().lastSequenceNumberFor(event.stream())).hasValue(0L);
        }
    }

    @Test
    void many_who_order_about_one_phone_at_once_all_get_their_word_in() throws Exception {
        Imei imei = phone();
        try (OpenLedger ledger = open();
                ExecutorService officers = Executors.newFixedThreadPool(4)) {
            List<Future<Decision>> decisions = officers.invokeAll(IntStream.range(0, 8)
                    .<Callable<Decision>>mapToObj(i ->
                            () -> ledger.commands().send(blocked(imei, "KUSP-" + i), Map.of()))
                    .toList());
            for (Future<Decision> decision : decisions) {
                assertThat(decision.get().events()).hasSize(1);
            }
            assertThat(ledger.events().lastSequenceNumberFor(imei.key())).hasValue(7L);
        }
    }

    @Test
    void an_operators_file_proves_what_its_rows_show() throws Exception {
        Imei imei = phone();
        StringBuilder rows = new StringBuilder("date,imei,imsi,msisdn\n");
        for (int i = 0; i < 7; i++) {
            rows.append("2025060%d,%s,40102000000000%d,7705000000%d%n".formatted(1 + i, imei.key(), i, i));
        }
        Path file = Files.writeString(directory.resolve("kcell_20250601_20250630.csv"), rows);
        try (OpenLedger ledger = open()) {
            assumeTrue(
                    archivesNothing(ledger),
                    "an earlier run left events of an archive that lay in its own directory; begin with an empty"
                            + " server");
            ledger.queries().projections().start();
            Receipt receipt = ledger.intake()
                    .receive(FileKind.OPERATOR, "kcell_20250601_20250630.csv", "kcell", file, Progress.UNWATCHED);

            assertThat(receipt.events()).isPositive();
            assertThat(ledger.queries().projections().caughtUp(VIEWS_WAIT_MAX)).isTrue();
            assertThat(ledger.queries().devices().history(imei, Moment.NOW).events())
                    .isNotEmpty();
        }
    }

    @Test
    void a_finding_cites_its_events_by_their_positions() throws Exception {
        Imei imei = phone();
        String row =
                "55308/260226/000000%d,1,10,2026-0%d-26T11:00:00+05:00,2026-0%d-27T16:00:00+05:00,100140000003,GE,%s,"
                        + "70444382%n";
        Path file = Files.writeString(
                directory.resolve("exports.csv"),
                "declaration,item,procedure,registered_at,exited_at,exporter_bin,destination,imei,unit_value_tiyn\n"
                        + row.formatted(1, 2, 2, imei.printed())
                        + row.formatted(2, 3, 3, imei.printed()));
        try (OpenLedger ledger = open()) {
            ledger.queries().projections().start();
            ledger.intake().receive(FileKind.CUSTOMS_EXPORTS, "exports.csv", "customs", file, Progress.UNWATCHED);
            ledger.tracing().catchUp(progress -> {});

            List<HistoryEvent> history =
                    ledger.queries().devices().history(imei, Moment.NOW).events();
            assertThat(ledger.queries().findings().ofDevice(imei))
                    .isNotEmpty()
                    .allSatisfy(finding -> assertThat(finding.facts())
                            .isNotEmpty()
                            .isSubsetOf(
                                    history.stream().map(HistoryEvent::position).toList()));
        }
    }

    private static boolean archivesNothing(OpenLedger ledger) {
        try (EventsUntilNow events = EventsUntilNow.after(-1, ledger.events())) {
            while (events.hasNext()) {
                if (events.next().getPayload() instanceof ObservationsArchived) {
                    return false;
                }
            }
            return true;
        }
    }

    private OpenLedger open() {
        return OpenLedger.open(
                new DataDirectory(directory.resolve("data")),
                new LedgerSettings(Optional.ofNullable(System.getenv(ADDRESS)), Optional.empty()));
    }

    private static RecordFact blocked(Imei imei, String number) {
        return new RecordFact(new DeviceBlocked(
                imei,
                Instant.parse("2026-04-01T00:00:00Z"),
                OFFICER,
                null,
                new BlockGround.Order("MVD", "stolen", number)));
    }

    private static ListStatus status(OpenLedger ledger, Imei imei) {
        assertThat(ledger.queries().projections().caughtUp(VIEWS_WAIT_MAX)).isTrue();
        return ledger.queries().devices().state(imei, Moment.NOW).status();
    }

    private static Imei phone() {
        return new Imei("35328711%06d".formatted(ThreadLocalRandom.current().nextInt(1_000_000)));
    }
}
