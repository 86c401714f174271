package kz.legality.door;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import kz.legality.launch.DataDirectory;
import kz.legality.launch.LedgerSettings;
import kz.legality.launch.OpenLedger;
import kz.legality.launch.RunningLedger;
import org.springframework.boot.Banner;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** The ledger with its doors open, in this process. */
public final class LedgerServer implements AutoCloseable {
    public static final int PORT = 8080;
    private static final String ADDRESS = "127.0.0.1";

    private final OpenLedger ledger;
    private final ConfigurableApplicationContext doors;
    private final RunningLedger note;
    private final CountDownLatch stopped = new CountDownLatch(1);

    private LedgerServer(OpenLedger ledger, ConfigurableApplicationContext doors, RunningLedger note) {
        this.ledger = ledger;
        this.doors = doors;
        this.note = note;
    }

    /**
     * Opens the directory, starts the projections and then the doors.
     *
     * @param port 0 takes any free one
     * @throws IllegalStateException when the port is taken or a setting is wrong, and says which
     */
    public static LedgerServer start(DataDirectory data, LedgerSettings settings, int port) {
        OpenLedger ledger = OpenLedger.open(data, settings);
        try {
            ledger.queries().equipment().start(data.equipment());
            ledger.queries().projections().start();
            ledger.tracing().start();
            ledger.observations().openAhead();
            String address = System.getenv().getOrDefault("LEDGER_ADDRESS", ADDRESS);
            ConfigurableApplicationContext doors = openDoors(ledger, address, port);
            int bound = Objects.requireNonNull(
                            ((WebServerApplicationContext) doors).getWebServer(), "a web server runs")
                    .getPort();
            String reachable = address.equals("0.0.0.0") ? ADDRESS : address;
            RunningLedger note = new RunningLedger(ProcessHandle.current().pid(), "http://" + reachable + ":" + bound);
            note.announce(data);
            LedgerServer server = new LedgerServer(ledger, doors, note);
            Runtime.getRuntime().addShutdownHook(new Thread(server::close, "ledger-stop"));
            return server;
        } catch (RuntimeException refused) {
            ledger.close();
            throw refused;
        }
    }

    private static ConfigurableApplicationContext openDoors(OpenLedger ledger, String address, int port) {
        try {
            return new SpringApplicationBuilder(LedgerApplication.class)
                    .bannerMode(Banner.Mode.OFF)
                    .logStartupInfo(false)
                    .registerShutdownHook(false)
                    .properties(Map.of(
                            "server.port",
                            port,
                            // Here and not in application.yml: a server without a ledger has no projections.
                            "management.endpoint.health.group.readiness.include",
                            "readinessState,projections",
                            "server.address",
                            address,
                            "ledger.data",
                            ledger.data().root().toString()))
                    .initializers(context -> ((GenericApplicationContext) context)
                            .registerBean(
                                    OpenLedger.class, () -> ledger, definition -> definition.setDestroyMethodName("")))
                    .run();
        } catch (RuntimeException refused) {
            throw takenPort(refused)
                    .<RuntimeException>map(taken -> new IllegalStateException(
                            "port " + taken + " is taken by another program; choose one with --port N", refused))
                    .orElseGet(() -> new IllegalStateException("the doors do not open: " + reason(refused), refused));
        }
    }

    /** What is said of a setting, else what lies at the bottom: what Spring says on top names beans of its own. */
    private static String reason(Throwable failure) {
        String reason = failure.toString();
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            String said = cause.getMessage();
            if (said != null && said.startsWith("ledger.")) {
                return said;
            }
            reason = said == null ? cause.toString() : said;
        }
        return reason;
    }

    /** Spring tells it as the cause of a failure that names a bean of its own. */
    private static Optional<Integer> takenPort(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof PortInUseException taken) {
                return Optional.of(taken.getPort());
            }
        }
        return Optional.empty();
    }

    public String address() {
        return note.address();
    }

    public OpenLedger ledger() {
        return ledger;
    }

    /** Returns when the server was closed. */
    public void awaitStop() throws InterruptedException {
        stopped.await();
    }

    /** Lets requests finish, then closes the stores. A kill instead of this loses nothing that was acknowledged. */
    @Override
    public synchronized void close() {
        if (stopped.getCount() == 0) {
            return;
        }
        note.withdraw(ledger.data());
        doors.close();
        // It may be waiting for the views, so it is closed while they still come.
        ledger.tracing().close();
        ledger.queries().projections().stop();
        ledger.queries().equipment().writeSnapshot(ledger.data().equipment());
        ledger.close();
        stopped.countDown();
    }
}
