package kz.legality.command.store.rocksdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConcurrentAppendTest {
    private static final int THREADS = 16;
    private static final int ROUNDS = 100;

    @TempDir
    Path directory;

    private RocksEventStorageEngine engine;

    @BeforeEach
    void open() {
        engine = Stores.open(directory);
    }

    @AfterEach
    void close() {
        assertThat(engine.verifyStore((checked, of) -> {}).firstFlaw()).isEmpty();
        engine.close();
    }

    @Test
    void of_many_who_append_the_same_sequence_exactly_one_wins() throws Exception {
        AtomicInteger won = new AtomicInteger();
        AtomicInteger lost = new AtomicInteger();
        inParallel((thread, round) -> {
            try {
                // Each brings an event of its own stream with it, so a loser would leave a trace if it were not whole
                // or absent.
                engine.append(List.of(Stores.event("of-" + thread + "-" + round, 0), Stores.event("contested", round)));
                won.incrementAndGet();
            } catch (ConcurrencyException | AggregateStreamCreationException conflict) {
                assertThat(conflict instanceof AggregateStreamCreationException).isEqualTo(round == 0);
                lost.incrementAndGet();
            }
        });

        assertThat(won).hasValue(ROUNDS);
        assertThat(lost).hasValue(ROUNDS * (THREADS - 1));
        assertThat(engine.size()).isEqualTo(2 * ROUNDS);
        assertThat(engine.lastSequenceNumberFor("contested")).contains(ROUNDS - 1L);
    }

    @Test
    void a_conflict_in_a_group_fails_alone() throws Exception {
        engine.append(Stores.events("taken", 0, 1));
        inParallel((thread, round) -> {
            if (thread % 2 == 0) {
                assertThatThrownBy(() -> engine.append(List.of(Stores.event("taken", 0))))
                        .isInstanceOf(AggregateStreamCreationException.class);
            } else {
                engine.append(List.of(Stores.event("free-" + thread, round)));
            }
        });

        assertThat(engine.size()).isEqualTo(1 + ROUNDS * THREADS / 2);
    }

    @Test
    void an_append_of_thousands_of_events_is_whole_or_absent() {
        engine.append(Stores.events("stream-3000", 0, 1));
        List<DomainEventMessage<?>> batch = new ArrayList<>();
        IntStream.range(0, 5_000).forEach(i -> batch.add(Stores.event("stream-" + i, 0)));

        assertThatThrownBy(() -> engine.append(batch)).isInstanceOf(AggregateStreamCreationException.class);
        assertThat(engine.size()).isEqualTo(1);

        batch.remove(3_000);
        assertThat(engine.append(batch)).isEqualTo(1);
        assertThat(engine.size()).isEqualTo(5_000);
    }

    @Test
    void a_stream_has_no_gaps() {
        engine.append(Stores.events("a", 0, 3));

        assertThatThrownBy(() -> engine.append(Stores.events("a", 4, 1))).isInstanceOf(ConcurrencyException.class);
        assertThatThrownBy(() -> engine.append(List.of(Stores.event("a", 3), Stores.event("a", 5))))
                .isInstanceOf(ConcurrencyException.class);
        assertThat(engine.append(Stores.events("a", 3, 2))).isEqualTo(3);
    }

    @Test
    void an_interrupted_caller_still_learns_the_outcome() {
        Thread.currentThread().interrupt();

        assertThat(engine.append(Stores.events("a", 0, 1))).isZero();
        assertThat(Thread.interrupted()).isTrue();
    }

    private interface Step {
        void run(int thread, int round);
    }

    private static void inParallel(Step step) throws InterruptedException {
        CyclicBarrier together = new CyclicBarrier(THREADS);
        List<Throwable> failures = java.util.Collections.synchronizedList(new ArrayList<>());
        List<Thread> threads = Stream.iterate(0, n -> n + 1)
                .limit(THREADS)
                .map(thread -> Thread.ofPlatform().start(() -> {
                    try {
                        for (int round = 0; round < ROUNDS; round++) {
                            together.await();
                            step.run(thread, round);
                        }
                    } catch (Throwable e) {
                        failures.add(e);
                        together.reset();
                    }
                }))
                .toList();
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(failures).isEmpty();
    }
}
