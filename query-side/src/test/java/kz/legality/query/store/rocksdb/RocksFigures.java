package kz.legality.query.store.rocksdb;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import kz.legality.query.store.Document;
import kz.legality.query.store.IndexEntry;
import kz.legality.query.store.Selection;
import kz.legality.query.store.TokenWrite;
import kz.legality.query.store.WriteBatch;

/**
 * Measures what the embedded read store does on this machine; run by hand. Arguments: an empty directory, the number of
 * devices. One event is an upsert of a device with two index entries and a row of history; a commit is 1,000 events, a
 * token and a sync.
 */
public final class RocksFigures {
    private static final int EVENTS_PER_COMMIT = 1_000;
    private static final int READS = 300_000;
    private static final int PAGES = 5_000;
    private static final List<String> LISTS = List.of("WHITE", "GREY", "BLACK");

    private final RocksReadStore store;
    private final int devices;
    private final Random random = new Random(1);
    private long position;

    private RocksFigures(RocksReadStore store, int devices) {
        this.store = store;
        this.devices = devices;
    }

    public static void main(String[] arguments) throws Exception {
        Path directory = Files.createTempDirectory(Path.of(arguments[0]), "figures");
        int devices = Integer.parseInt(arguments[1]);
        try (RocksReadStore store = RocksReadStore.open(directory)) {
            new RocksFigures(store, devices).run();
        }
    }

    private void run() {
        store.tokens().create("p", 0, new byte[0]);
        store.tokens().claim("p", 0, "me", Instant.now(), Duration.ofSeconds(10));
        time("fill, keys at random, read by the store", devices, () -> events(devices, false, false));
        time("overwrite, read by the store", devices, () -> events(devices, false, false));
        time("overwrite, read by the projector and passed on", devices, () -> events(devices, true, false));
        time("overwrite without history", devices, () -> events(devices, false, true));
        time("get one", READS, () -> {
            for (int i = 0; i < READS; i++) {
                store.get("devices", imei());
            }
        });
        time("get 100 at once", READS, () -> {
            for (int i = 0; i < READS; i += 100) {
                List<String> keys = new ArrayList<>();
                for (int j = 0; j < 100; j++) {
                    keys.add(imei());
                }
                store.getAll("devices", keys);
            }
        });
        time("pages of 50 by an index, from a random place", PAGES, () -> {
            for (int i = 0; i < PAGES; i++) {
                String cursor = Selection.cursor("status\u0001GREY\u0001" + imei());
                store.page(Selection.by("devices", "status").startingWith("GREY"), cursor, 50);
            }
        });
        long[] seen = {0};
        time("scan by key", devices, () -> store.scan(Selection.all("devices"), document -> seen[0]++));
        time("scan by index", devices, () -> store.scan(Selection.by("devices", "status"), document -> seen[0]++));
        time("verify", 1, store::verify);
        time("clear", 1, () -> store.clear("devices"));
        time("refill after clear", devices, () -> events(devices, false, false));
    }

    private void events(int count, boolean passOn, boolean noHistory) {
        for (int done = 0; done < count; done += EVENTS_PER_COMMIT) {
            List<String> imeis = new ArrayList<>();
            for (int i = 0; i < EVENTS_PER_COMMIT; i++) {
                imeis.add(imei());
            }
            var old = passOn ? store.getAll("devices", imeis) : Map.<String, Document>of();
            WriteBatch batch = new WriteBatch();
            for (String imei : imeis) {
                position++;
                Document device = device(imei);
                Document before = old.get(imei);
                if (before != null) {
                    batch.replace("devices", before, device);
                } else if (passOn) {
                    batch.append("devices", device);
                } else {
                    batch.put("devices", device);
                }
                if (!noHistory) {
                    batch.append("history", row(imei));
                }
            }
            batch.token(new TokenWrite(
                    "p", 0, "me", Instant.now(), Long.toString(position).getBytes(UTF_8)));
            store.commit(batch);
        }
    }

    private String imei() {
        return String.valueOf(35_000_000_000_000L + (random.nextInt(devices) * 2_654_435_761L) % 1_000_000_000_000L);
    }

    private Document device(String imei) {
        String status = LISTS.get(random.nextInt(3));
        String due = "2026-%02d-%02d".formatted(1 + random.nextInt(12), 1 + random.nextInt(28));
        String json = "{\"brand\":\"Samsung\",\"deadline\":\"" + due + "\",\"imei\":\"" + imei
                + "\",\"model\":\"Galaxy A55\",\"owner\":\"k7Jd93hf02jdh3\",\"reasons\":[\"R1\",\"NOT_REGISTERED\"],"
                + "\"siblings\":[],\"status\":\"" + status + "\",\"tac\":\"" + imei.substring(0, 8) + "\"}";
        return new Document(
                imei,
                position,
                json.getBytes(UTF_8),
                Set.of(new IndexEntry("status", status), new IndexEntry("due", due)));
    }

    private Document row(String imei) {
        String json = "{\"file\":\"9f86d081884c7d659a2feaa0c55ad015\",\"occurredAt\":\"2026-03-01T12:00:00Z\","
                + "\"position\":" + position + ",\"row\":17,\"type\":\"DeviceRegistered\"}";
        return new Document(imei + "|%012d".formatted(position), position, json.getBytes(UTF_8), Set.of());
    }

    private static void time(String what, long count, Runnable work) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long begin = System.nanoTime();
        long cpuBegin = threads.getCurrentThreadCpuTime();
        work.run();
        double cpuSeconds = (threads.getCurrentThreadCpuTime() - cpuBegin) / 1e9;
        double seconds = (System.nanoTime() - begin) / 1e9;
        // On a machine shared with others the thread's own time says what it would be alone.
        System.out.printf(
                "%-50s %,12.0f /s  (%,d in %.2f s, of which this thread computed %.2f s)%n",
                what, count / seconds, count, seconds, cpuSeconds);
    }
}
