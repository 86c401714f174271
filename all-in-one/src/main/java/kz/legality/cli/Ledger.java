package kz.legality.cli;

import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.List;
import kz.legality.launch.StoreAway;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/** {@code ./ledger}: one verb a line. */
@Command(
        name = "ledger",
        description = "The legality ledger: what happened to a device, in which order, and who knew it when.",
        subcommands = {
            DemoVerb.class,
            ServeVerb.class,
            IngestVerb.class,
            HistoryVerb.class,
            CheckVerb.class,
            ClaimsVerb.class,
            ClaimVerb.class,
            FindingsVerb.class,
            ListsVerb.class,
            ExpireVerb.class,
            EvidenceVerb.class,
            VerifyVerb.class,
            NotifyVerb.class,
            PolicyVerb.class,
            ReplayVerb.class,
            FsckVerb.class,
            ArchiveVerb.class,
            BackupVerb.class,
            RestoreVerb.class,
            TokenVerb.class,
            SimulateVerb.class
        },
        mixinStandardHelpOptions = true,
        version = "legality-ledger 0.1",
        synopsisSubcommandLabel = "VERB")
public final class Ledger implements Runnable {
    /** Exit codes of the contract. */
    static final int DONE = 0;

    static final int FAILED = 1;
    static final int BAD_ARGUMENTS = 2;
    static final int SOME_QUARANTINED = 3;
    static final int REFUSED = 4;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    public static void main(String... args) {
        System.exit(run(args));
    }

    static int run(String... args) {
        return new CommandLine(new Ledger())
                .setParameterExceptionHandler(Ledger::onBadArguments)
                .setExecutionExceptionHandler((failure, line, parsed) -> onFailure(failure, line.getErr()))
                .registerConverter(LocalDate.class, Arguments::date)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpAutoWidth(true)
                .execute(args);
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "which verb? One of: " + String.join(", ", verbs()));
    }

    private List<String> verbs() {
        return spec.subcommands().keySet().stream().toList();
    }

    private static int onBadArguments(ParameterException bad, String[] args) {
        if (bad instanceof UnmatchedArgumentException unmatched
                && bad.getCommandLine().getCommand() instanceof Ledger ledger
                && !unmatched.getUnmatched().getFirst().startsWith("-")) {
            String typed = unmatched.getUnmatched().getFirst();
            return onFailure(
                    new BadArgument(
                            "there is no verb '" + typed + "'; the verbs are " + String.join(", ", ledger.verbs())),
                    bad.getCommandLine().getErr());
        }
        String verb = bad.getCommandLine().getCommandSpec().qualifiedName();
        bad.getCommandLine()
                .getErr()
                .println("ledger: " + firstLine(String.valueOf(bad.getMessage())) + " (see ./" + verb + " --help)");
        return BAD_ARGUMENTS;
    }

    private static int onFailure(Exception failure, PrintWriter err) {
        String what = firstLine(failure.getMessage() == null ? failure.toString() : failure.getMessage());
        err.println("ledger: "
                + StoreAway.told(failure).map(away -> away + " (" + what + ")").orElse(what));
        if (System.getenv("LEDGER_DEBUG") != null) {
            failure.printStackTrace(err);
        }
        err.flush();
        return failure instanceof BadArgument ? BAD_ARGUMENTS : FAILED;
    }

    private static String firstLine(String message) {
        return message.lines().findFirst().orElse(message);
    }
}
