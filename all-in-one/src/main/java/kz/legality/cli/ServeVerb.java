package kz.legality.cli;

import java.util.concurrent.Callable;
import kz.legality.door.LedgerServer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "serve", description = "Runs the ledger until it is stopped.")
final class ServeVerb implements Callable<Integer> {
    @Mixin
    private final DataOptions data = new DataOptions();

    @Option(names = "--port", defaultValue = "8080", paramLabel = "N", description = "TCP port (default: 8080; 0: any)")
    private int port = LedgerServer.PORT;

    @Override
    public Integer call() throws InterruptedException {
        Arguments.requirePort(port);
        Connections.requireNoneRunsOn(data.directory());
        LedgerServer server = LedgerServer.start(data.directory(), data.settings(), port);
        System.out.println("The ledger in " + data.directory().root() + " answers at " + server.address());
        System.out.println("Stop it with Ctrl-C; killing it at any moment loses nothing that was acknowledged.");
        server.awaitStop();
        return Ledger.DONE;
    }
}
