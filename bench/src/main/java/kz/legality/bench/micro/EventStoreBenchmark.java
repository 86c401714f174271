package kz.legality.bench.micro;

import java.io.IOException;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import kz.legality.bench.Devices;
import kz.legality.bench.Scratch;
import kz.legality.command.store.StoredEvent;
import kz.legality.command.store.rocksdb.RocksEventStorageEngine;
import kz.legality.command.storedform.StoredForm;
import org.axonframework.eventhandling.DomainEventMessage;
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

/** Our engine by one thread: an event forced to disk, a stream of two events read and deserialised, a page as it is stored. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@NullUnmarked // JMH makes the object and then calls its set-up.
public class EventStoreBenchmark {
    private static final long STREAMS = 100_000;
    private static final long BATCH = 5_000;
    private static final int PAGE = 1_000;

    private final SplittableRandom random = new SplittableRandom(1);
    private Scratch scratch;
    private RocksEventStorageEngine engine;
    private long next = STREAMS;

    @Setup(Level.Trial)
    public void open() throws IOException {
        StoredForm form = new StoredForm();
        scratch = Scratch.make();
        engine = RocksEventStorageEngine.builder()
                .directory(scratch.directory().resolve("events"))
                .eventSerializer(form)
                .snapshotSerializer(form)
                .open();
        for (long from = 0; from < STREAMS; from += BATCH) {
            engine.append(LongStream.range(from, from + BATCH)
                    .boxed()
                    .flatMap(number -> Stream.of(
                            Devices.message(Devices.imported(number), 0),
                            Devices.message(Devices.registered(number), 1)))
                    .toList());
        }
    }

    @TearDown(Level.Trial)
    public void close() throws IOException {
        engine.close();
        scratch.close();
    }

    @Benchmark
    public long anEventAppended() {
        return engine.append(List.of(Devices.message(Devices.imported(next++), 0)));
    }

    @Benchmark
    public List<?> aStreamRead() {
        return engine.readEvents(Devices.imei(random.nextLong(STREAMS)).key())
                .asStream()
                .map(DomainEventMessage::getPayload)
                .toList();
    }

    @Benchmark
    public List<StoredEvent> aThousandEventsReadInTheirOrder() {
        return engine.readStored(random.nextLong(STREAMS), PAGE);
    }
}
