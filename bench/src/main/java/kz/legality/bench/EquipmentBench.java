package kz.legality.bench;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.LongFunction;
import kz.legality.device.ListStatus;
import kz.legality.query.equipment.Equipment;
import kz.legality.query.equipment.EquipmentIndex;
import kz.legality.query.equipment.EquipmentSnapshot;

/**
 * What operators ask of the ledger. Arguments: devices that are asked about, IMEIs in memory, entries of the black list,
 * seconds a round, blocks whose way is timed. The load and the server share the machine's cores.
 */
final class EquipmentBench {
    private static final int ROUNDS = 3;

    private final long devices;
    private final long indexed;
    /** What the shipped policy sets between two releases of a long list, and a second. */
    private static final Duration RELEASE_PAUSE = Duration.ofSeconds(61);

    private final long blacklisted;
    private final Duration round;
    private final int blocks;

    private EquipmentBench(List<String> arguments) {
        devices = number(arguments, 0, 200_000);
        indexed = number(arguments, 1, 60_000_000);
        blacklisted = number(arguments, 2, 5_000_000);
        round = Duration.ofSeconds(number(arguments, 3, 10));
        blocks = Math.toIntExact(number(arguments, 4, 500));
    }

    private static long number(List<String> arguments, int index, long otherwise) {
        return index < arguments.size() ? Long.parseLong(arguments.get(index)) : otherwise;
    }

    static void run(List<String> arguments) throws Exception {
        EquipmentBench bench = new EquipmentBench(arguments);
        try (Scratch scratch = Scratch.make()) {
            bench.checks(scratch);
        }
        try (Scratch scratch = Scratch.make()) {
            bench.memory(scratch);
        }
        try (Scratch scratch = Scratch.make()) {
            bench.list(scratch);
        }
    }

    private void checks(Scratch scratch) throws Exception {
        String data = scratch.directory().resolve("data").toString();
        Path imports = SourceFiles.imports(scratch.directory().resolve("imports.csv"), devices);
        System.err.println(Product.run(scratch, "ingest", "customs-imports", imports.toString(), "--data", data)
                .said());
        String operator = token(scratch, "OPERATOR", data);
        String regulator = token(scratch, "REGULATOR", data);
        try (Product server = Product.start(scratch, "serve", "--port", "0", "--data", data)) {
            URI address = URI.create(server.after("answers at "));
            Process constant = constant(scratch);
            try (BufferedReader said = constant.inputReader(StandardCharsets.UTF_8)) {
                URI other = URI.create(said.readLine().replace("answers at ", ""));
                compare(address, other, operator);
            } finally {
                constant.destroy();
                constant.waitFor();
            }
            freshness(Freshness.of(address, operator, regulator, blocks));
        }
    }

    private static String token(Scratch scratch, String role, String data) throws Exception {
        return Product.run(scratch, "token", "--role", role, "--data", data).said();
    }

    private static Process constant(Scratch scratch) throws IOException {
        return new ProcessBuilder(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-cp",
                        System.getProperty("java.class.path"),
                        ConstantServer.class.getName(),
                        Files.createDirectories(scratch.directory().resolve("constant"))
                                .toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private void compare(URI address, URI constant, String token) throws InterruptedException {
        LongFunction<String> ours = requests(address, token);
        LongFunction<String> others = requests(constant, token);
        ClosedLoop.perSecond(address, ours, round);
        ClosedLoop.perSecond(constant, others, round);
        List<Double> checks = new ArrayList<>();
        List<Double> constants = new ArrayList<>();
        for (int i = 0; i < ROUNDS; i++) {
            checks.add(ClosedLoop.perSecond(address, ours, round));
            constants.add(ClosedLoop.perSecond(constant, others, round));
        }
        double rate = Table.median(checks);
        double ceiling = Table.median(constants);
        int half = Math.max(1, (int) (rate / 2));
        OpenLoop load = new OpenLoop(address, half, ours);
        // The generator's own code is cold at first, and its pauses would be charged to the server.
        load.run(round);
        Latencies latencies = load.run(round);
        Table.of(
                        "distinct IMEIs",
                        "checks/s",
                        "a constant, answers/s",
                        "checks / constant",
                        "half load, checks/s",
                        "p50",
                        "p99",
                        "max",
                        "errors")
                .row(
                        Table.whole(devices),
                        Table.whole(rate),
                        Table.whole(ceiling),
                        Table.ratio(rate / ceiling),
                        Table.whole(half),
                        latencies.atMost(0.50),
                        latencies.atMost(0.99),
                        latencies.atMost(1),
                        Table.whole(latencies.errors()))
                .print();
    }

    private LongFunction<String> requests(URI address, String token) {
        String rest = " HTTP/1.1\r\nHost: " + address.getAuthority() + "\r\nAuthorization: Bearer " + token
                + "\r\nAccept: application/json\r\n\r\n";
        return number -> "GET /n5g-eir-eic/v1/equipment-status?pei=imei-"
                + Devices.imei(number % devices).printed() + rest;
    }

    private static void freshness(Freshness freshness) {
        System.err.println("the first error: " + freshness.answered().firstError() + ", "
                + freshness.heard().firstError());
        Table.of("after a block is acknowledged", "blocks", "p50", "p99", "max", "errors")
                .row(row("an equipment check answers by it", freshness.answered()))
                .row(row("the stream has told of it", freshness.heard()))
                .print();
    }

    private static String[] row(String what, Latencies latencies) {
        return new String[] {
            what,
            Table.whole(latencies.answered()),
            latencies.atMost(0.50),
            latencies.atMost(0.99),
            latencies.atMost(1),
            Table.whole(latencies.errors())
        };
    }

    /** @param bytes of the index */
    private record Written(long bytes, double seconds) {}

    /** The index is gone when this returns: reading it again takes its memory. */
    private Written write(Path file) {
        EquipmentIndex index = new EquipmentIndex(indexed);
        for (long number = 0; number < indexed; number++) {
            index.put(new Equipment(Long.parseLong(Devices.imei(number).key()), ListStatus.WHITE, Set.of()));
        }
        long began = System.nanoTime();
        new EquipmentSnapshot("bench", "1", 0, index).write(file);
        return new Written(index.bytes(), (System.nanoTime() - began) / 1e9);
    }

    private void memory(Scratch scratch) {
        Path file = scratch.directory().resolve("equipment.snapshot");
        Written written = write(file);
        long began = System.nanoTime();
        long found = EquipmentSnapshot.read(file).orElseThrow().index().size();
        double read = (System.nanoTime() - began) / 1e9;
        Table.of("IMEIs in memory", "memory", "bytes an IMEI", "snapshot written, s", "read again, s")
                .row(
                        Table.whole(found),
                        Table.mebibytes(written.bytes()),
                        Table.ratio((double) written.bytes() / found),
                        Table.ratio(written.seconds()),
                        Table.ratio(read))
                .print();
    }

    private void list(Scratch scratch) throws Exception {
        String data = scratch.directory().resolve("data").toString();
        ingestBlocks(scratch, data, 0, blacklisted);
        // The views are brought up to date by whoever asks first.
        Product.run(scratch, "check", Devices.imei(0).printed(), "--data", data);
        Product.Finished full = export(scratch, data);
        // A list so long is not released again at once: without the pause the next export would be the same release.
        Thread.sleep(RELEASE_PAUSE);
        long more = Math.max(1, blacklisted / 1_000);
        ingestBlocks(scratch, data, blacklisted, blacklisted + more);
        Product.run(scratch, "check", Devices.imei(0).printed(), "--data", data);
        Product.Finished next = export(scratch, data);
        Product.Finished delta = export(scratch, data, "--since", "1");
        Table.of(
                        "entries",
                        "full list, s from start to exit",
                        "peak resident memory",
                        "entries more",
                        "the next one, s",
                        "what changed, s")
                .row(
                        Table.whole(blacklisted),
                        Table.ratio(full.seconds()),
                        Table.mebibytes(full.peakBytes()),
                        Table.whole(more),
                        Table.ratio(next.seconds()),
                        Table.ratio(delta.seconds()))
                .print();
    }

    private static void ingestBlocks(Scratch scratch, String data, long from, long to) throws Exception {
        Path file = scratch.directory().resolve("blocks-" + from + ".csv");
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("ordered_at,imei,authority,reason,reference\n");
            for (long number = from; number < to; number++) {
                out.write("2025-09-21T12:00:00+05:00," + Devices.imei(number).printed() + ",bench,measuring,"
                        + String.format(Locale.ROOT, "B-%d", number) + "\n");
            }
        }
        System.err.println(Product.run(scratch, "ingest", "blocks", file.toString(), "--data", data)
                .said());
    }

    private static Product.Finished export(Scratch scratch, String data, String... more) throws Exception {
        List<String> words = new ArrayList<>(List.of(
                "lists",
                "export",
                "black",
                "--format",
                "csv",
                "--out",
                scratch.directory().resolve("lists").toString(),
                "--data",
                data));
        words.addAll(List.of(more));
        Product.Finished finished = Product.run(scratch, words.toArray(String[]::new));
        System.err.println(finished.said());
        return finished;
    }
}
