package kz.legality.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.Callable;
import kz.legality.door.LedgerServer;
import kz.legality.launch.DataDirectory;
import kz.legality.sourcefile.FileKind;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "demo",
        description = "Runs the ledger, feeds it a bundled data set, prints what was found, and stays up.")
final class DemoVerb implements Callable<Integer> {
    private record Bundled(FileKind kind, String name, String sender) {}

    /** In this order a reader sees the story; any order ends the same. */
    private static final List<Bundled> FILES = List.of(
            new Bundled(FileKind.GSMA_TAC, "1-gsma-tac.txt", "GSMA"),
            new Bundled(FileKind.CUSTOMS_IMPORTS, "2-customs-imports.csv", "State Revenue Committee"),
            new Bundled(FileKind.CUSTOMS_EXPORTS, "3-customs-exports.csv", "State Revenue Committee"),
            new Bundled(FileKind.PERSONAL_DECLARATIONS, "4-personal-declarations.csv", "State Revenue Committee"),
            new Bundled(FileKind.REGISTRATIONS, "5-registrations.csv", "operators"),
            new Bundled(FileKind.BLOCKS, "6-blocks.csv", "Ministry of Internal Affairs"));

    @Mixin
    private final DataOptions data = new DataOptions();

    @Option(names = "--port", defaultValue = "8080", paramLabel = "N", description = "TCP port (default: 8080; 0: any)")
    private int port = LedgerServer.PORT;

    @Option(names = "--exit", description = "stop after the report")
    private boolean exit;

    @Override
    public Integer call() throws InterruptedException {
        Arguments.requirePort(port);
        DataDirectory directory = data.directory();
        Connections.requireNoneRunsOn(directory);
        try (LedgerServer server = LedgerServer.start(directory, data.settings(), port)) {
            try (LedgerConnection ledger = Connections.open(directory, data.settings())) {
                System.out.println("The ledger in " + directory.root() + " answers at " + server.address() + "\n");
                feed(ledger);
                new DemoReport(ledger, System.out).print(server, directory);
            }
            if (!exit) {
                System.out.println("\nIt stays up. Stop it with Ctrl-C.");
                server.awaitStop();
            }
        }
        return Ledger.DONE;
    }

    private static void feed(LedgerConnection ledger) {
        System.out.println("Files, fed through the same door as yours:");
        boolean repeated = true;
        for (Bundled file : FILES) {
            Path unpacked = unpack(file.name());
            TerminalProgress progress = new TerminalProgress(file.name(), "rows");
            JsonNode receipt = ledger.ingest(file.kind(), unpacked, file.sender(), progress::at);
            progress.done();
            System.out.print("  " + Printing.receipt(receipt));
            repeated &= receipt.path("repeated").asBoolean();
        }
        if (repeated) {
            System.out.println("  All of them were received before: nothing was fed twice.");
        }
    }

    /** Under its own name, so that the receipt says it. */
    private static Path unpack(String name) {
        try (InputStream bundled = DemoVerb.class.getResourceAsStream("/demo/" + name)) {
            if (bundled == null) {
                throw new IllegalStateException("the demo's file " + name + " is not in the build");
            }
            Path folder = Files.createTempDirectory("ledger-demo");
            Path unpacked = folder.resolve(name);
            Files.copy(bundled, unpacked, StandardCopyOption.REPLACE_EXISTING);
            unpacked.toFile().deleteOnExit();
            folder.toFile().deleteOnExit();
            return unpacked;
        } catch (IOException e) {
            throw new UncheckedIOException("the demo's file " + name + " cannot be unpacked", e);
        }
    }
}
