package kz.legality.door.access.issuer;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import kz.legality.door.access.Role;

/** Prints a token, as the command line does. */
final class MintInAnotherProcess {
    private MintInAnotherProcess() {}

    public static void main(String[] arguments) {
        System.out.print(TokenMint.openOrCreate(Path.of(arguments[0]), arguments[1])
                .mint(Role.AUDITOR, Map.of(), Duration.ofHours(1)));
    }
}
