package kz.legality.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import kz.legality.simulation.Simulation;
import kz.legality.simulation.SimulationSettings;
import kz.legality.simulation.WrittenFile;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "simulate",
        mixinStandardHelpOptions = true,
        description =
                "Writes the files of a synthetic nation, with planted fraud and honest look-alikes, and truth.json"
                        + " saying what was planted.")
final class SimulateVerb implements Callable<Integer> {
    private static final int DEVICES = 10_000;
    private static final int DAYS = 365;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "where the files go")
    private Path out = Path.of("simulated");

    @Option(
            names = "--devices",
            paramLabel = "N",
            description = "IMEIs of the nation, about; at least " + SimulationSettings.DEVICES_MIN
                    + " are made (default: " + DEVICES + ")")
    private int devices = DEVICES;

    @Option(
            names = "--days",
            paramLabel = "D",
            description = "how far the files reach back, and further where no claim would fall due otherwise (default: "
                    + DAYS + ")")
    private int days = DAYS;

    @Option(names = "--seed", paramLabel = "S", description = "the same seed makes the same files (default: 1)")
    private long seed = 1;

    @Option(names = "--until", paramLabel = "DATE", description = "last day of the files (default: 2026-09-30)")
    private @Nullable LocalDate until;

    @Option(
            names = "--fraud-percent",
            paramLabel = "P",
            description = "share of the exported phones that stand on fraudulent claims (default: 10)")
    private int fraudPercent = SimulationSettings.FRAUD_PERCENT;

    @Override
    public Integer call() throws IOException {
        SimulationSettings settings = settings();
        TerminalProgress progress = new TerminalProgress("simulate", "devices");
        List<WrittenFile> files =
                Simulation.write(settings, out, done -> progress.at(done, done / (double) settings.devices()));
        progress.done();
        print(settings, files);
        return Ledger.DONE;
    }

    private SimulationSettings settings() {
        try {
            return new SimulationSettings(
                    devices < 1 ? devices : Math.max(devices, SimulationSettings.DEVICES_MIN),
                    days,
                    seed,
                    until == null ? SimulationSettings.UNTIL : until,
                    fraudPercent);
        } catch (IllegalArgumentException outOfBounds) {
            throw new BadArgument(String.valueOf(outOfBounds.getMessage()));
        }
    }

    private void print(SimulationSettings settings, List<WrittenFile> files) {
        Map<String, long[]> byKind = new LinkedHashMap<>();
        for (WrittenFile file : files) {
            long[] counts = byKind.computeIfAbsent(file.kind(), kind -> new long[2]);
            counts[0]++;
            counts[1] += file.rows();
        }
        System.out.printf(
                Locale.ROOT, "A nation from %s to %s, written to %s:%n", settings.from(), settings.until(), out);
        tellMoreThanAsked(settings);
        byKind.forEach((kind, counts) ->
                System.out.printf(Locale.ROOT, "  %-22s %4d files %,12d rows%n", kind, counts[0], counts[1]));
        System.out.printf("  %-22s what was planted, per device and per claim%n", Simulation.TRUTH);
        System.out.printf("%nFeed them to a ledger:%n");
        byKind.keySet().forEach(kind -> System.out.printf("  ./ledger ingest %s %s%n", kind, pattern(kind, files)));
    }

    private void tellMoreThanAsked(SimulationSettings settings) {
        if (settings.devices() > devices) {
            System.out.printf(
                    Locale.ROOT,
                    "  (%,d devices and not %,d: with fewer not every fraud could be planted)%n",
                    settings.devices(),
                    devices);
        }
        long covered = ChronoUnit.DAYS.between(settings.from(), settings.until()) + 1;
        if (covered > days) {
            System.out.printf(
                    Locale.ROOT,
                    "  (%,d days and not %,d: operators' files cover whole periods, and a claim must fall due)%n",
                    covered,
                    days);
        }
    }

    /** The shell's pattern for the files of a kind; operators' files are named by operator and days. */
    private String pattern(String kind, List<WrittenFile> files) {
        List<Path> ofKind = files.stream()
                .filter(it -> it.kind().equals(kind))
                .map(WrittenFile::path)
                .toList();
        String name = ofKind.getFirst().getFileName().toString();
        if (ofKind.size() == 1) {
            return out.resolve(name).toString();
        }
        return out + "/"
                + (name.contains(kind) ? name.substring(0, name.indexOf(kind)) + kind + "-*.csv" : "[a-z]*_[0-9]*.csv");
    }
}
