package kz.legality.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import kz.legality.command.policy.PolicyFile;
import kz.legality.policy.PolicyFlaw;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "policy",
        description = "The rules in force: shows them, tries a change without effect, or activates one.",
        subcommands = {PolicyVerb.Show.class, PolicyVerb.DryRun.class, PolicyVerb.Activate.class},
        synopsisSubcommandLabel = "(show | dry-run | activate)")
final class PolicyVerb implements Runnable {
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
        throw new ParameterException(spec.commandLine(), "what of the policy? One of: show, dry-run, activate");
    }

    @Command(name = "show", description = "Prints the policy in force as a policy file, or every version as JSON.")
    static final class Show implements Callable<Integer> {
        @Mixin
        private final DataOptions data = new DataOptions();

        @Option(names = "--json", description = "every version, as JSON")
        private boolean json;

        @Override
        public Integer call() {
            try (LedgerConnection ledger = data.connectToAsk()) {
                JsonNode policies = ledger.policies();
                String inForce = policies.path("inForce").asText();
                for (JsonNode version : policies.path("versions")) {
                    if (!json && version.path("version").asText().equals(inForce)) {
                        System.out.print(PolicyFile.text(version.path("terms")));
                    }
                }
                if (json) {
                    System.out.print(Printing.line(policies));
                }
            }
            return Ledger.DONE;
        }
    }

    @Command(name = "dry-run", description = "Says how many devices would change list if the policy were in force.")
    static final class DryRun implements Callable<Integer> {
        @Mixin
        private final DataOptions data = new DataOptions();

        @Parameters(paramLabel = "FILE", description = "a policy file in YAML")
        private Path file = Path.of("");

        @Option(names = "--json", description = "as JSON")
        private boolean json;

        @Override
        public Integer call() {
            String text = read(file);
            try (LedgerConnection ledger = data.connectToAsk()) {
                JsonNode report = ledger.dryRunPolicy(text);
                System.out.print(json ? Printing.line(report) : told(report));
            }
            return Ledger.DONE;
        }

        private static String told(JsonNode report) {
            StringBuilder text = new StringBuilder(String.format(
                    Locale.ROOT,
                    "Under %s %,d of %,d devices would stand on another list%n",
                    report.path("version").asText(),
                    report.path("changing").asLong(),
                    report.path("devices").asLong()));
            for (JsonNode change : report.path("changes")) {
                text.append(String.format(
                        Locale.ROOT,
                        "  %-7s to %-7s %,12d%n",
                        change.path("from").asText(),
                        change.path("to").asText(),
                        change.path("devices").asLong()));
            }
            return text.toString();
        }
    }

    @Command(name = "activate", description = "Records a policy; from its first day on it decides.")
    static final class Activate implements Callable<Integer> {
        @Mixin
        private final DataOptions data = new DataOptions();

        @Parameters(paramLabel = "FILE", description = "a policy file in YAML")
        private Path file = Path.of("");

        @Option(names = "--json", description = "as JSON")
        private boolean json;

        @Override
        public Integer call() {
            String text = read(file);
            try (LedgerConnection ledger = data.connect()) {
                JsonNode answer = ledger.activatePolicy(text);
                System.out.print(
                        json
                                ? Printing.line(answer)
                                : String.format(
                                        Locale.ROOT,
                                        "%s, valid from %s, %s; %s is in force%n",
                                        answer.path("version").asText(),
                                        answer.path("validFrom").asText(),
                                        answer.path("activated").asBoolean() ? "is activated" : "was active already",
                                        answer.path("inForce").asText()));
            }
            return Ledger.DONE;
        }
    }

    /** Read here already, so that a flaw is told whether a ledger runs or not, and costs no opening of one. */
    private static String read(Path file) {
        try {
            String text = Files.readString(file);
            PolicyFile.read(text);
            return text;
        } catch (IOException e) {
            throw new BadArgument(file + " cannot be read: " + e.getMessage());
        } catch (PolicyFlaw flaw) {
            throw new BadArgument(file + ": " + flaw.getMessage());
        }
    }
}
