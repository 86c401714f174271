package kz.legality.evidence.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import kz.legality.evidence.verifier.BundleCheck;
import kz.legality.evidence.verifier.Check;
import kz.legality.evidence.verifier.Report;
import kz.legality.evidence.verifier.Trust;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Thousands of forged bundles, each refused by a check that is named. How many is said by {@code -Dforgeries=N}; the
 * hundred thousand of the requirement are {@code bench/run forgeries}.
 */
class ForgeriesTest {
    private static final int USUALLY = 2_200;
    private static final int FORGERIES = Integer.getInteger("forgeries", USUALLY);

    @TempDir
    private Path directory;

    @Test
    void every_forgery_is_refused_and_the_check_is_named() throws IOException {
        Map<Forger.Trick, Map<Check, Integer>> refused = run(directory, FORGERIES, 20_260_314L);
        if (FORGERIES > USUALLY) {
            refused.forEach((trick, checks) -> System.out.printf("%-28s %s%n", trick, checks));
        }
    }

    /** @return how often each check refused each trick */
    static Map<Forger.Trick, Map<Check, Integer>> run(Path directory, int forgeries, long seed) throws IOException {
        try (TrueBundle ledger = new TrueBundle(directory, 300, 100, seed)) {
            String[] imeis = {TrueBundle.imei(3), TrueBundle.imei(7), TrueBundle.imei(59), "99999999999999"};
            byte[] older = ledger.bundleOf(imeis);
            byte[] bundle = ledger.bundleOf(imeis);
            Trust trust = new Trust(List.of(ledger.keys.signer().verifier()), List.of(), Set.of(), null);
            assertThat(BundleCheck.of(older, trust).holds()).isTrue();
            assertThat(BundleCheck.of(bundle, trust).text()).contains("All checks hold");

            Forger forger = new Forger(bundle, older, ledger.keys.signer(), seed);
            Map<Forger.Trick, Map<Check, Integer>> refused = new EnumMap<>(Forger.Trick.class);
            for (int i = 0; i < forgeries; i++) {
                Forger.Trick trick = Forger.Trick.values()[i % Forger.Trick.values().length];
                byte[] forged = forger.forge(trick);
                Report report = BundleCheck.of(forged, trust);
                assertThat(report.holds())
                        .as("forgery %d of seed %d, %s", i, seed, trick)
                        .isFalse();
                Check first = report.lines().stream()
                        .filter(line -> line.outcome() == Report.Outcome.FAIL)
                        .findFirst()
                        .orElseThrow(() -> new AssertionError("no check is named for " + trick))
                        .check();
                refused.computeIfAbsent(trick, it -> new TreeMap<>()).merge(first, 1, Integer::sum);
            }
            return refused;
        }
    }
}
