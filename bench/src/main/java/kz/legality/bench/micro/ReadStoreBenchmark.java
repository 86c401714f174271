package kz.legality.bench.micro;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import kz.legality.bench.Devices;
import kz.legality.bench.Scratch;
import kz.legality.query.store.Document;
import kz.legality.query.store.IndexEntry;
import kz.legality.query.store.Page;
import kz.legality.query.store.Selection;
import kz.legality.query.store.WriteBatch;
import kz.legality.query.store.rocksdb.RocksReadStore;
import org.jspecify.annotations.NullUnmarked;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** The embedded read store with a hundred thousand devices on three lists. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@NullUnmarked // JMH makes the object and then calls its set-up.
public class ReadStoreBenchmark {
    private static final long DOCUMENTS = 100_000;
    private static final int BATCH = 1_000;
    private static final int PAGE = 50;
    private static final List<String> LISTS = List.of("WHITE", "GREY", "BLACK");

    private final SplittableRandom random = new SplittableRandom(1);
    private Scratch scratch;
    private RocksReadStore store;

    @Setup(Level.Trial)
    public void open() throws IOException {
        scratch = Scratch.make();
        store = RocksReadStore.open(scratch.directory().resolve("views"));
        for (long from = 0; from < DOCUMENTS; from += BATCH) {
            WriteBatch batch = new WriteBatch();
            for (long number = from; number < from + BATCH; number++) {
                batch.append("devices", device(number));
            }
            store.commit(batch);
        }
    }

    private static Document device(long number) {
        String status = LISTS.get((int) (number % LISTS.size()));
        String json = "{\"brand\":\"Samsung\",\"model\":\"Galaxy A55\",\"owner\":\"k7Jd93hf02jdh3\",\"siblings\":[],"
                + "\"reasons\":[\"NOT_REGISTERED\"],\"status\":\"" + status + "\"}";
        return new Document(
                Devices.imei(number).key(), number, json.getBytes(UTF_8), Set.of(new IndexEntry("status", status)));
    }

    @TearDown(Level.Trial)
    public void close() throws IOException {
        store.close();
        scratch.close();
    }

    @Benchmark
    public Optional<Document> aDocumentRead() {
        return store.get("devices", randomKey());
    }

    @Benchmark
    public Page aPageOfFiftyFromARandomPlace() {
        String cursor = Selection.cursor("status\u0001GREY\u0001" + randomKey());
        return store.page(Selection.by("devices", "status").startingWith("GREY"), cursor, PAGE);
    }

    private String randomKey() {
        return Devices.imei(random.nextLong(DOCUMENTS)).key();
    }
}
