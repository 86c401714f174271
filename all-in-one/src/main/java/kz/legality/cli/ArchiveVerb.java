package kz.legality.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "archive",
        description = "The archive of what operators saw.",
        subcommands = {ArchiveVerb.Verify.class},
        synopsisSubcommandLabel = "verify")
final class ArchiveVerb implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "says what the verb does and takes")
    private boolean help;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "what of the archive? One of: verify");
    }

    @Command(
            name = "verify",
            description = "Hashes every file of the archive and compares with the ledger; names each that was changed.")
    static final class Verify implements Callable<Integer> {
        @Mixin
        private final DataOptions data = new DataOptions();

        @Option(names = "--json", description = "as JSON")
        private boolean json;

        @Override
        public Integer call() {
            try (LedgerConnection ledger = data.connectToAsk()) {
                TerminalProgress progress = new TerminalProgress("archive", "files");
                JsonNode found = ledger.verifyArchive(progress::at);
                progress.done();
                System.out.print(json ? Printing.pretty(found) : Printing.archive(found));
                return found.path("sound").asBoolean() ? Ledger.DONE : Ledger.FAILED;
            }
        }
    }
}
