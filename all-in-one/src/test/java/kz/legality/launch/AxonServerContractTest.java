package kz.legality.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
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
import kz.legality.sourcefile.FileKind;
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
                "declaration,item,procedure,registered_at,released_at,importer_bin,imei,brand,model,unit_value_tiyn,"
                        + "unit_vat_tiyn\n55302/010326/0000001,1,40,2026-03-01T10:00:00+05:00,2026-03-02T10:00:00+05:00,"
                        + "941240000193," + imei.printed() + ",Samsung,SM-A566B,14900000,2384000\n");
        LedgerSettings settings = new LedgerSettings(Optional.ofNullable(System.getenv(ADDRESS)), Optional.empty());
        try (OpenLedger ledger = OpenLedger.open(new DataDirectory(directory.resolve("data")), settings)) {
            ledger.queries().projections().start();

            Receipt first = ledger.intake()
                    .receive(FileKind.CUSTOMS_IMPORTS, "imports.csv", "customs", file, Progress.UNWATCHED);
            Receipt again = ledger.intake()
                    .receive(FileKind.CUSTOMS_IMPORTS, "imports.csv", "customs", file, Progress.UNWATCHED);
            assertThat(first.events()).isEqualTo(1);
            assertThat(again.repeated()).isTrue();
            assertThat(status(ledger, imei)).isEqualTo(ListStatus.WHITE);

            ledger.commands()
                    .send(
                            new RecordFact(new DeviceBlocked(
                                    imei,
                                    Instant.parse("2026-04-01T00:00:00Z"),
                                    OFFICER,
                                    null,
                                    new BlockGround.Order("MVD", "stolen", "KUSP-1"))),
                            Map.of());
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

    private static ListStatus status(OpenLedger ledger, Imei imei) {
        assertThat(ledger.queries().projections().caughtUp(VIEWS_WAIT_MAX)).isTrue();
        return ledger.queries().devices().state(imei, Moment.NOW).status();
    }

    private static Imei phone() {
        return new Imei("35328711%06d".formatted(ThreadLocalRandom.current().nextInt(1_000_000)));
    }
}
