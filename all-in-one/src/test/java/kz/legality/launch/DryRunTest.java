package kz.legality.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import kz.legality.command.intake.Progress;
import kz.legality.command.policy.PolicyFile;
import kz.legality.device.ListStatus;
import kz.legality.event.Source;
import kz.legality.policy.Activating.Activation;
import kz.legality.policy.Policy;
import kz.legality.query.policy.DryRun;
import kz.legality.sample.Rows;
import kz.legality.sourcefile.FileKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is foretold of a policy is what its activation does, device by device, on a ledger of all kinds of lives. */
class DryRunTest {
    private static final int DEVICES = 400;
    private static final long SEED = 20_250_325;
    private static final String[] PROCEDURES = {"40", "40", "60", "78", "96", "53", "80"};
    private static final Source OFFICER = new Source.Actor("officer", "req-1");

    @TempDir
    private Path folder;

    @Test
    void the_number_that_is_foretold_is_the_number_that_moves() throws IOException {
        try (OpenLedger ledger =
                OpenLedger.open(new DataDirectory(folder.resolve("data")), LedgerSettings.embedded())) {
            feed(ledger);
            for (Policy candidate : List.of(
                    changed("KZ-only-60", Map.of("clearing", List.of("60"))),
                    changed("KZ-with-53", Map.of("clearing", List.of("40", "53", "60", "78", "80", "96"))),
                    changed("KZ-nothing-leaves", Map.of("departing", List.of())),
                    changed("KZ-as-it-was", Map.of()))) {
                Map<String, ListStatus> before = stood(ledger);

                DryRun.Report foretold = ledger.dryRun(candidate);
                assertThat(stood(ledger)).isEqualTo(before);
                Activation activation = ledger.activate(candidate, OFFICER);

                assertThat(activation).isInstanceOf(Activation.Accepted.class);
                Map<String, ListStatus> after = stood(ledger);
                assertThat(foretold.devices()).isEqualTo(before.size());
                assertThat(foretold.changing())
                        .as(candidate.version())
                        .isPositive()
                        .isEqualTo(moved(before, after));
                assertThat(foretold.changes()).containsExactlyInAnyOrderElementsOf(moves(before, after));
            }
        }
    }

    /** Imports of every procedure, some exported, some registered, some blocked; the rest registered only. */
    private void feed(OpenLedger ledger) throws IOException {
        Random random = new Random(SEED);
        StringBuilder imports = new StringBuilder(Rows.IMPORTS);
        StringBuilder exports = new StringBuilder(Rows.EXPORTS);
        StringBuilder registrations = new StringBuilder(Rows.REGISTRATIONS);
        StringBuilder blocks = new StringBuilder(Rows.BLOCKS);
        for (int n = 0; n < DEVICES; n++) {
            boolean imported = random.nextInt(4) > 0;
            if (imported) {
                String procedure = PROCEDURES[random.nextInt(PROCEDURES.length)];
                imports.append(Rows.imported(n).replace(",1,40,", ",1," + procedure + ","));
            }
            if (imported && random.nextInt(5) == 0) {
                exports.append(Rows.exported(n));
            }
            if (!imported || random.nextInt(3) == 0) {
                registrations.append(Rows.registered(n, Rows.person(n)));
            }
            if (random.nextInt(10) == 0) {
                blocks.append(Rows.blocked(n));
            }
        }
        receive(ledger, FileKind.CUSTOMS_IMPORTS, imports);
        receive(ledger, FileKind.CUSTOMS_EXPORTS, exports);
        receive(ledger, FileKind.REGISTRATIONS, registrations);
        receive(ledger, FileKind.BLOCKS, blocks);
        ledger.queries().projections().catchUp(step -> {});
    }

    private void receive(OpenLedger ledger, FileKind kind, StringBuilder rows) throws IOException {
        Path file = Files.writeString(folder.resolve(kind.name()), rows);
        assertThat(ledger.intake()
                        .receive(kind, kind.name(), "tester", file, Progress.UNWATCHED)
                        .quarantined())
                .isZero();
    }

    private static Map<String, ListStatus> stood(OpenLedger ledger) {
        Map<String, ListStatus> stood = new HashMap<>();
        for (ListStatus list : ListStatus.values()) {
            ledger.queries().lists().stream(list, entry -> stood.put(entry.imei(), list));
        }
        return stood;
    }

    private static long moved(Map<String, ListStatus> before, Map<String, ListStatus> after) {
        return before.keySet().stream()
                .flatMapToLong(imei -> LongStream.of(before.get(imei) == after.get(imei) ? 0 : 1))
                .sum();
    }

    private static List<DryRun.Change> moves(Map<String, ListStatus> before, Map<String, ListStatus> after) {
        Map<ListStatus, Map<ListStatus, Long>> counted = new EnumMap<>(ListStatus.class);
        before.forEach((imei, from) -> {
            ListStatus to = after.get(imei);
            if (from != to) {
                counted.computeIfAbsent(from, none -> new EnumMap<>(ListStatus.class))
                        .merge(to, 1L, Long::sum);
            }
        });
        return counted.entrySet().stream()
                .flatMap(from -> from.getValue().entrySet().stream()
                        .map(to -> new DryRun.Change(from.getKey(), to.getKey(), to.getValue())))
                .toList();
    }

    /** Kazakhstan's policy with other customs procedures, in force since the day after it. */
    private static Policy changed(String version, Map<String, Object> customs) {
        Map<String, Object> terms = new HashMap<>(Policy.kazakhstan().terms());
        @SuppressWarnings("unchecked")
        Map<String, Object> changed = new HashMap<>((Map<String, Object>) terms.get("customs"));
        changed.putAll(customs);
        terms.put("customs", changed);
        terms.put("version", version);
        terms.put("validFrom", "2025-03-26");
        return PolicyFile.read(PolicyFile.text(terms));
    }
}
