package kz.legality.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import kz.legality.evidence.bundle.BundleContent;
import kz.legality.evidence.bundle.EvidenceBundle;
import kz.legality.evidence.bundle.EvidenceRequest;
import kz.legality.evidence.bundle.LedgerAsked;
import kz.legality.evidence.bundle.Papers;
import kz.legality.evidence.log.EvidenceLog;
import kz.legality.evidence.log.LogKeys;
import kz.legality.evidence.log.RecordedEvent;
import kz.legality.evidence.log.RecordedEvents;
import kz.legality.evidence.log.rocksdb.RocksStreamMap;
import kz.legality.evidence.proof.Base64Text;
import kz.legality.evidence.proof.Hashing;
import kz.legality.evidence.proof.StreamState;
import kz.legality.evidence.report.Reports;
import kz.legality.evidence.verifier.BundleCheck;
import kz.legality.evidence.verifier.Report;
import kz.legality.evidence.verifier.Trust;
import org.jspecify.annotations.Nullable;

/**
 * The log over made-up events of 600 bytes, that cost nothing to read: {@code evidence [entries] [devices]}. Entries are one
 * to a device in the order of a stride, so that neighbours in the log are no neighbours in the map.
 */
final class EvidenceBench {
    private static final int UPDATES = 200_000;
    private static final int TILED_ALONE_MAX = 2_000_000;
    private static final int PROOFS = 2_000;
    private static final int DEVICES_OF_A_LARGE_BUNDLE = 10_000;
    private static final double NANOS_PER_SECOND = 1e9;
    private static final double NANOS_PER_MILLI = 1e6;

    private EvidenceBench() {}

    static void run(List<String> arguments) throws IOException {
        int entries = arguments.isEmpty() ? 1_000_000 : Integer.parseInt(arguments.get(0));
        int devices = arguments.size() < 2 ? 1_000_000 : Integer.parseInt(arguments.get(1));
        Path directory = Files.createTempDirectory(
                Files.createDirectories(Path.of(System.getProperty("bench.scratch", "bench/target/scratch"))), "log");
        System.out.printf("| measured | figure |%n|---|---|%n");
        measureMap(Files.createDirectories(directory.resolve("map-alone")), devices);
        measureTiles(Files.createDirectories(directory.resolve("tiles-alone")), Math.min(entries, TILED_ALONE_MAX));
        measureLog(directory, entries);
    }

    /** Without the map: its states are asked for and forgotten. */
    private static void measureTiles(Path directory, int entries) {
        LogKeys keys = LogKeys.openOrCreate(directory.resolve("keys"), "bench.test/log");
        try (EvidenceLog log =
                EvidenceLog.open(directory.resolve("log"), new MadeUp(entries), keys, new ForgottenStates())) {
            long cpu = cpuNanos();
            long wall = System.nanoTime();
            log.catchUp((done, due) -> {});
            rates("entries a second, tiles and checkpoints alone", entries, wall, cpu);
        }
    }

    private static void measureMap(Path directory, int devices) {
        try (RocksStreamMap map = RocksStreamMap.open(directory)) {
            Random random = new Random(1);
            byte[] head = Hashing.of(new byte[1]);
            for (int from = 0; from < devices; from += UPDATES) {
                Map<byte[], StreamState> batch = new TreeMap<>(Arrays::compareUnsigned);
                for (int i = from; i < Math.min(devices, from + UPDATES); i++) {
                    batch.put(keyOf(i), StreamState.NONE.after(head, "DeviceImported"));
                }
                map.apply(batch, from);
            }
            long cpu = cpuNanos();
            long wall = System.nanoTime();
            int updates = 0;
            while (updates < UPDATES) {
                List<byte[]> keys = new ArrayList<>();
                for (int i = 0; i < 32_768; i++) {
                    keys.add(keyOf(random.nextInt(devices)));
                }
                List<StreamState> states = map.states(keys);
                Map<byte[], StreamState> batch = new TreeMap<>(Arrays::compareUnsigned);
                for (int i = 0; i < keys.size(); i++) {
                    batch.put(keys.get(i), states.get(i).after(head, "DeviceRegistered"));
                }
                map.apply(batch, updates);
                updates += keys.size();
            }
            rates("map updates a second, " + devices + " devices", updates, wall, cpu);
        }
    }

    private static void measureLog(Path directory, int entries) throws IOException {
        MadeUp events = new MadeUp(entries);
        Files.createDirectories(directory.resolve("map"));
        LogKeys keys = LogKeys.openOrCreate(directory.resolve("keys"), "bench.test/log");
        try (EvidenceLog log = EvidenceLog.open(
                directory.resolve("log"), events, keys, RocksStreamMap.open(directory.resolve("map")))) {
            long cpu = cpuNanos();
            long wall = System.nanoTime();
            log.catchUp((done, due) -> {});
            rates("entries a second, tiles, checkpoints and map", entries, wall, cpu);
            Random random = new Random(2);
            long from = System.nanoTime();
            for (int i = 0; i < PROOFS; i++) {
                log.proof(random.nextInt(entries));
            }
            row("ms a proof, at random", (System.nanoTime() - from) / NANOS_PER_MILLI / PROOFS);
            Trust trust = Trust.inLog(keys.signer().verifier());
            for (int devices : List.of(1, 1, Math.min(DEVICES_OF_A_LARGE_BUNDLE, events.devices()))) {
                measureBundle(log, events, devices, trust);
            }
        }
    }

    private static void measureBundle(EvidenceLog log, MadeUp events, int devices, Trust trust) {
        List<String> imeis = new ArrayList<>();
        for (int i = 0; i < devices; i++) {
            imeis.add(MadeUp.imei(i));
        }
        EvidenceRequest request =
                new EvidenceRequest("bench", imeis, "case", "basis", null, Instant.now(), "bench", Instant.now());
        long from = System.nanoTime();
        EvidenceBundle.Made made =
                new EvidenceBundle(log, events, events, Clock.systemUTC()).make(request, (done, due) -> {});
        row("ms a bundle of " + devices + " devices, papers in it", (System.nanoTime() - from) / NANOS_PER_MILLI);
        long verified = System.nanoTime();
        Report report = BundleCheck.of(made.bytes(), trust);
        if (!report.holds()) {
            throw new IllegalStateException(report.text());
        }
        row("events verified a second, bundle of " + devices, made.events() / seconds(System.nanoTime() - verified));
    }

    private static void rates(String what, int done, long wallBegan, long cpuBegan) {
        row(what + ", by the clock", done / seconds(System.nanoTime() - wallBegan));
        row(what + ", of processor time", done / seconds(cpuNanos() - cpuBegan));
    }

    private static byte[] keyOf(int device) {
        return Hashing.of(Integer.toString(device).getBytes(StandardCharsets.US_ASCII));
    }

    private static void row(String what, double figure) {
        System.out.printf("| %s | %,.2f |%n", what, figure);
    }

    private static double seconds(long nanos) {
        return nanos / NANOS_PER_SECOND;
    }

    private static long cpuNanos() {
        return ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class)
                .getProcessCpuTime();
    }

    /** Events made when they are read; what a bundle appends is kept. */
    private static final class MadeUp implements RecordedEvents, LedgerAsked {
        private static final int EVENTS_OF_A_DEVICE = 4;
        private static final String FILLING = "x".repeat(420);
        private static final List<String> TYPES =
                List.of("DeviceImported", "DeviceRegistered", "DeviceExported", "DeviceBlocked");

        private final int entries;
        private final List<RecordedEvent> appended = new ArrayList<>();

        MadeUp(int entries) {
            this.entries = entries;
        }

        int devices() {
            return Math.max(1, entries / EVENTS_OF_A_DEVICE);
        }

        static String imei(int device) {
            return String.format("%014d", 35_000_000_000_000L + device);
        }

        @Override
        public long count() {
            return entries + appended.size();
        }

        @Override
        public List<RecordedEvent> read(long from, int countMax) {
            List<RecordedEvent> events = new ArrayList<>();
            for (long at = from; at < count() && events.size() < countMax; at++) {
                events.add(at < entries ? made(at) : appended.get((int) (at - entries)));
            }
            return events;
        }

        @Override
        public List<RecordedEvent> ofStream(String stream) {
            List<RecordedEvent> events = new ArrayList<>();
            if (stream.startsWith("35")) {
                for (long at = Long.parseLong(stream) - 35_000_000_000_000L; at < entries; at += devices()) {
                    events.add(made(at));
                }
            }
            appended.stream().filter(event -> event.stream().equals(stream)).forEach(events::add);
            return events;
        }

        private RecordedEvent made(long at) {
            return event(
                    at, imei((int) (at % devices())), TYPES.get((int) (at / devices() % TYPES.size())), FILLING, null);
        }

        private static RecordedEvent event(long at, String stream, String type, String filling, @Nullable String json) {
            byte[] payload =
                    (json == null ? "{\"filling\":\"" + filling + "\"}" : json).getBytes(StandardCharsets.UTF_8);
            return new RecordedEvent(
                    at,
                    "event-" + at,
                    stream,
                    0,
                    Instant.EPOCH,
                    type,
                    "1",
                    payload,
                    "{}".getBytes(StandardCharsets.UTF_8),
                    payload);
        }

        @Override
        public void commitMapRoot(long size, byte[] root) {
            appended.add(event(
                    count(),
                    "log:map-root",
                    "MapRootCommitted",
                    "",
                    "{\"root\":\"" + Base64Text.encode(root) + "\",\"size\":" + size + "}"));
        }

        @Override
        public String cosigned(String checkpoint) {
            return checkpoint;
        }

        @Override
        public Optional<byte[]> stamped(byte[] checkpoint) {
            return Optional.empty();
        }

        @Override
        public List<OpenedField> open(RecordedEvent event) {
            return List.of();
        }

        @Override
        public List<String> witnessKeys() {
            return List.of();
        }

        @Override
        public Papers papers(BundleContent content) {
            return Papers.unsigned(Reports.of(content, null));
        }
    }
}
