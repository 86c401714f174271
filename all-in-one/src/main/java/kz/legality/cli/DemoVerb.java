package kz.legality.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import kz.legality.door.LedgerServer;
import kz.legality.launch.DataDirectory;
import kz.legality.simulation.Simulation;
import kz.legality.simulation.SimulationSettings;
import kz.legality.simulation.WrittenFile;
import kz.legality.sourcefile.FileKind;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "demo",
        description = "Runs the ledger, makes up a nation with planted refund fraud, feeds its files, prints what was"
                + " found, and stays up.")
final class DemoVerb implements Callable<Integer> {
    private static final int DEVICES = 12_000;
    private static final int DAYS = 270;

    /** The same at every start, so that a second one makes the same files and feeds nothing twice. */
    private static final long SEED = 20_260_930;

    @Mixin
    private final DataOptions data = new DataOptions();

    @Option(names = "--port", defaultValue = "8080", paramLabel = "N", description = "TCP port (default: 8080; 0: any)")
    private int port = LedgerServer.PORT;

    @Option(
            names = "--devices",
            paramLabel = "N",
            description = "IMEIs of the nation, about (default: " + DEVICES + ")")
    private int devices = DEVICES;

    @Option(names = "--exit", description = "stop after the report")
    private boolean exit;

    @Override
    public Integer call() throws InterruptedException, IOException {
        Arguments.requirePort(port);
        SimulationSettings nation = nation();
        DataDirectory directory = data.directory();
        Connections.requireNoneRunsOn(directory);
        try (LedgerServer server = LedgerServer.start(directory, data.settings(), port)) {
            try (LedgerConnection ledger = Connections.open(directory, data.settings())) {
                System.out.println("The ledger in " + directory.root() + " answers at " + server.address());
                feed(ledger, nation, directory.root().resolve("demo"));
                new DemoReport(server, ledger, directory, System.out).print();
            }
            if (!exit) {
                System.out.println("\nIt stays up. Stop it with Ctrl-C.");
                server.awaitStop();
            }
        }
        return Ledger.DONE;
    }

    private SimulationSettings nation() {
        try {
            return new SimulationSettings(
                    devices, DAYS, SEED, SimulationSettings.UNTIL, SimulationSettings.FRAUD_PERCENT);
        } catch (IllegalArgumentException outOfBounds) {
            throw new BadArgument(String.valueOf(outOfBounds.getMessage()));
        }
    }

    private static void feed(LedgerConnection ledger, SimulationSettings nation, Path folder) throws IOException {
        TerminalProgress making = new TerminalProgress("the nation", "devices");
        List<WrittenFile> files =
                Simulation.write(nation, folder, done -> making.at(done, done / (double) nation.devices()));
        making.done();
        System.out.printf(
                "%nA nation was made up: its customs, travellers, operators and refund claimants, honest and not, from"
                        + " %s to %s.%nIts files lie in %s.%n%nFiles, fed through the same door as yours:%n",
                nation.from(), nation.until(), folder);
        boolean repeated = true;
        for (WrittenFile file : files) {
            String name = file.path().getFileName().toString();
            TerminalProgress progress = new TerminalProgress(name, "rows");
            FileKind kind = FileKind.of(file.kind()).orElseThrow();
            JsonNode receipt = ledger.ingest(kind, file.path(), sender(kind, name), progress::at);
            progress.done();
            System.out.print("  " + Printing.receipt(receipt));
            repeated &= receipt.path("repeated").asBoolean();
        }
        if (repeated) {
            System.out.println("  All of them were received before: nothing was fed twice.");
        }
    }

    private static String sender(FileKind kind, String name) {
        return switch (kind) {
            case GSMA_TAC -> "GSMA";
            case BLOCKS -> "Ministry of Internal Affairs";
            case REGISTRATIONS -> "operators";
            case OPERATOR -> name.substring(0, name.indexOf('_'));
            default -> "State Revenue Committee";
        };
    }
}
