package kz.legality.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.BufferedWriter;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import kz.legality.command.secrecy.rocksdb.RocksSubjectKeys;
import kz.legality.event.Source;
import kz.legality.identifier.FileHash;
import kz.legality.identifier.Tac;
import kz.legality.observation.Condition;
import kz.legality.observation.Condition.Dimension;
import kz.legality.observation.Condition.Kind;
import kz.legality.observation.Detector;
import kz.legality.observation.Imported;
import kz.legality.observation.ObservationArchive;
import kz.legality.observation.StoredWord;
import kz.legality.policy.Policy;
import kz.legality.sourcefile.FileEvent.ObservationsArchived;
import kz.legality.tac.TacEvent.TacListed;

/**
 * One month of one operator: into the archive with its hash, DIRBS's six conditions, and each detector. Arguments: rows.
 */
final class Observations {
    private static final long ROWS = 5_000_000;
    private static final int MODELS = 4_000;
    private static final LocalDate FIRST = LocalDate.of(2025, 6, 1);
    private static final LocalDate LAST = LocalDate.of(2025, 6, 30);
    private static final String NAME = "kcell_20250601_20250630.csv";
    private static final FileHash HASH = new FileHash("0123456789abcdef".repeat(4));

    private final long rows;
    private final Table table = Table.of("step", "rows", "s", "CPU s", "rows/s", "found");
    private double cpuSeconds;

    private Observations(long rows) {
        this.rows = rows;
    }

    static void run(List<String> arguments) throws Exception {
        for (String each : arguments.isEmpty() ? List.of(String.valueOf(ROWS)) : arguments) {
            new Observations(Long.parseLong(each)).run();
        }
    }

    /** What is measured, and what it says that it found. */
    private interface Step {
        long found() throws Exception;
    }

    private void run() throws Exception {
        try (Scratch scratch = Scratch.make()) {
            Path file = scratch.directory().resolve(NAME);
            write(file);
            System.err.printf("a file of %,d rows, %,d bytes%n", rows, Files.size(file));
            Path folder = scratch.directory();
            try (RocksSubjectKeys keys = RocksSubjectKeys.open(folder.resolve("keys"), folder.resolve("kek"));
                    ObservationArchive archive =
                            ObservationArchive.open(folder.resolve("observations"), Policy.kazakhstan(), keys)) {
                archive.follow(models().iterator());
                measure("read, normalise, guard, archive, hash", () -> {
                    Imported it = archive.take(HASH, NAME, file, LAST.plusDays(30));
                    archive.follow(
                            List.of(new StoredWord(MODELS, 0, archived(it))).iterator());
                    return it.rows();
                });
                measure(
                        "DIRBS's six conditions",
                        () -> archive.match(sixConditions(), LAST).stream()
                                .mapToLong(Condition.Matched::matching)
                                .sum());
                double against = cpuSeconds;
                for (Detector detector : Detector.values()) {
                    measure(
                            detector.written(),
                            () -> archive.show(detector, FIRST, LAST).size());
                }
                measure("all facts", () -> archive.factsAfterObservations(HASH).size());
                table.print();
                System.out.printf(
                        "%nimport and six conditions: %.1f CPU s; peak resident memory %s%n", against, peak());
            }
        }
    }

    private void measure(String name, Step step) throws Exception {
        long cpu = cpuNanos();
        long started = System.nanoTime();
        long found = step.found();
        double seconds = (System.nanoTime() - started) / 1e9;
        double spent = (cpuNanos() - cpu) / 1e9;
        cpuSeconds += spent;
        table.row(
                name,
                Table.whole((double) rows),
                Table.ratio(seconds),
                Table.ratio(spent),
                Table.whole(rows / seconds),
                Table.whole((double) found));
    }

    private static List<Condition> sixConditions() {
        return List.of(
                one("gsma_not_found", Dimension.of(Kind.GSMA_NOT_FOUND)),
                one("stolen_list", Dimension.of(Kind.BLOCKED)),
                one("not_registered", Dimension.of(Kind.NOT_REGISTERED)),
                one(
                        "duplicate_threshold 4 in 120 days",
                        new Dimension(Kind.DUPLICATE_THRESHOLD, Map.of("threshold", 4L, "days", 120L), false)),
                one(
                        "duplicate_daily_avg 3.0 in 30 days",
                        new Dimension(
                                Kind.DUPLICATE_DAILY_AVERAGE,
                                Map.of("threshold", 3_000L, "days", 30L, "seenDays", 3L),
                                false)),
                one("malformed_imei", Dimension.of(Kind.MALFORMED)));
    }

    private static Condition one(String label, Dimension dimension) {
        return new Condition(label, List.of(dimension), 1);
    }

    private static ObservationsArchived archived(Imported it) {
        return new ObservationsArchived(
                HASH,
                Instant.EPOCH,
                new Source.FileRow(HASH, 0),
                it.operator(),
                it.from(),
                it.to(),
                it.rows(),
                it.duplicates(),
                it.malformed(),
                it.parts());
    }

    private static List<StoredWord> models() {
        List<StoredWord> models = new ArrayList<>();
        for (int i = 0; i < MODELS; i++) {
            Tac tac = new Tac(tac(i));
            models.add(new StoredWord(
                    i,
                    0,
                    new TacListed(
                            tac,
                            Instant.EPOCH,
                            new Source.FileRow(HASH, i + 1L),
                            "Maker " + i % 50,
                            "Model " + i / 2,
                            List.of("GSM 900", "LTE FDD BAND 3"),
                            LocalDate.of(2012 + i % 13, 1, 1),
                            "Smartphone",
                            Map.of())));
        }
        return models;
    }

    private static String tac(int model) {
        return (model % 2 == 0 ? "35" : "86") + String.format("%06d", 100_000 + model * 7);
    }

    /** One device in ten rows; one in two hundred rows a clone's, one in a thousand malformed; the same for each size. */
    private void write(Path file) throws IOException {
        Random random = new Random(20250601);
        int devices = (int) Math.max(1, rows / 10);
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("date,imei,imsi,msisdn,rat\n");
            StringBuilder line = new StringBuilder(64);
            for (long i = 0; i < rows; i++) {
                int device = random.nextInt(devices);
                int kind = random.nextInt(1_000);
                int subscriber = kind < 5 ? random.nextInt(devices) : device;
                if (kind < 5) {
                    device %= Math.max(1, devices / 1_000);
                }
                line.setLength(0);
                line.append("202506");
                two(line, 1 + random.nextInt(30));
                line.append(',');
                if (kind == 5) {
                    line.append("ABC").append(device);
                } else {
                    line.append(tac(device % (MODELS + 40)));
                    padded(line, device, 6);
                    line.append('0');
                }
                line.append(",40102");
                padded(line, subscriber, 10);
                line.append(",7705");
                padded(line, subscriber, 7);
                line.append(random.nextInt(3) == 0 ? ",002\n" : ",006\n");
                out.append(line);
            }
        }
    }

    private static void two(StringBuilder line, int number) {
        padded(line, number, 2);
    }

    private static void padded(StringBuilder line, int number, int digits) {
        String text = Integer.toString(number);
        text = text.length() > digits ? text.substring(text.length() - digits) : text;
        line.repeat('0', digits - text.length()).append(text);
    }

    private static long cpuNanos() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }

    private static String peak() throws IOException {
        return Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .map(line -> Table.mebibytes(Long.parseLong(line.replaceAll("\\D", "")) * 1024))
                .findFirst()
                .orElse("not told by this system");
    }
}
