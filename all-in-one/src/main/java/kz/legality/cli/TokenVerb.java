package kz.legality.cli;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import kz.legality.door.access.Role;
import kz.legality.door.access.issuer.TokenMint;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "token", description = "Prints a bearer token of the embedded issuer.")
final class TokenVerb implements Callable<Integer> {
    private static final int HOURS_MAX = 24;

    @Mixin
    private final DataOptions data = new DataOptions();

    @Option(names = "--role", required = true, paramLabel = "ROLE", description = "${COMPLETION-CANDIDATES}")
    private Role role = Role.PUBLIC;

    @Option(names = "--operator", paramLabel = "NAME", description = "whose subscribers an OPERATOR may see")
    private @Nullable String operator;

    @Option(names = "--name", paramLabel = "WHO", description = "who holds it: events name him (default: cli-ROLE)")
    private @Nullable String name;

    @Option(names = "--case", paramLabel = "NO", description = "the case an AUDITOR or COURT works on")
    private @Nullable String caseNumber;

    @Option(names = "--hours", defaultValue = "1", description = "how long it is good for (default: 1, at most 24)")
    private int hours = 1;

    @Override
    public Integer call() {
        if (hours < 1 || hours > HOURS_MAX) {
            throw new BadArgument("a token is good for 1 to " + HOURS_MAX + " hours");
        }
        data.directory().create();
        Map<String, String> claims = new TreeMap<>();
        if (operator != null) {
            claims.put("operator", operator);
        }
        if (name != null) {
            claims.put("sub", name);
        }
        if (caseNumber != null) {
            claims.put("case", caseNumber);
        }
        System.out.println(
                TokenMint.openOrCreate(data.directory().issuer()).mint(role, claims, Duration.ofHours(hours)));
        return Ledger.DONE;
    }
}
