package kz.legality.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import kz.legality.evidence.verifier.Verify;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The stand-alone verifier under the ledger's name; asks no ledger. */
@Command(name = "verify", description = "Checks an evidence bundle offline, against a key you trust.")
final class VerifyVerb implements Callable<Integer> {
    @Parameters(paramLabel = "FILE.evz", description = "the bundle")
    private Path bundle = Path.of("");

    @Option(names = "--trust", paramLabel = "VKEYFILE", required = true, description = "verifier keys, one a line")
    private Path trust = Path.of("");

    @Option(names = "--index-key", paramLabel = "FILE", description = "the key by which the log names streams")
    private @Nullable Path indexKey;

    @Option(
            names = "--tsa",
            paramLabel = "CERTIFICATES.pem",
            description = "whose time stamps you trust: authorities, or those who certify them")
    private @Nullable Path timeStamping;

    @Option(names = "--json", description = "as JSON")
    private boolean json;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "says what the verb does and takes")
    private boolean help;

    @Option(names = "--data", paramLabel = "DIR", description = "not needed: no ledger is asked")
    private @Nullable Path data;

    @Override
    public Integer call() {
        List<String> arguments = new ArrayList<>(List.of(bundle.toString(), "--trust", trust.toString()));
        if (indexKey != null) {
            arguments.addAll(List.of("--index-key", indexKey.toString()));
        }
        if (timeStamping != null) {
            arguments.addAll(List.of("--tsa", timeStamping.toString()));
        }
        if (json) {
            arguments.add("--json");
        }
        return Verify.run(arguments, System.out, System.err);
    }
}
