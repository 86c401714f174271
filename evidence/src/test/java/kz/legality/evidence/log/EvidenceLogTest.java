package kz.legality.evidence.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kz.legality.evidence.log.rocksdb.RocksStreamMap;
import kz.legality.evidence.proof.Checkpoint;
import kz.legality.evidence.proof.Hashing;
import kz.legality.evidence.proof.MerkleTree;
import kz.legality.evidence.proof.SignedNote;
import kz.legality.evidence.proof.StreamMap;
import kz.legality.evidence.proof.TilePath;
import kz.legality.evidence.proof.TlogProof;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EvidenceLogTest {
    @TempDir
    private Path directory;

    private final EventsInMemory events = new EventsInMemory();

    private EvidenceLog open() throws IOException {
        Files.createDirectories(directory.resolve("map"));
        return EvidenceLog.open(
                directory.resolve("log"),
                events,
                LogKeys.openOrCreate(directory.resolve("keys"), "legality.test/log"),
                RocksStreamMap.open(directory.resolve("map")));
    }

    private static Checkpoint checkpointOf(EvidenceLog log) {
        SignedNote note = SignedNote.parse(log.checkpoint());
        assertThat(note.signedBy(log.keys().signer().verifier())).isTrue();
        return Checkpoint.parse(note.text());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 255, 256, 257, 1_000, 65_537})
    void every_entry_is_proven_under_the_checkpoint(int size) throws IOException {
        events.add(size, 50, 1);
        try (EvidenceLog log = open()) {
            log.catchUp((done, due) -> {});
            Checkpoint checkpoint = checkpointOf(log);
            assertThat(checkpoint.size()).isEqualTo(size);
            for (int index = 0; index < size; index += Math.max(1, size / 97)) {
                TlogProof proof = log.proof(index);
                assertThat(MerkleTree.checkInclusion(
                                index, size, Hashing.leaf(log.entry(index)), proof.hashes(), checkpoint.root()))
                        .isEmpty();
            }
            assertThat(log.check((done, due) -> {})).isEmpty();
        }
    }

    @Test
    void in_however_many_stretches_it_grew_the_tree_is_the_same_and_each_begins_with_the_one_before()
            throws IOException {
        try (EvidenceLog log = open()) {
            Checkpoint before = checkpointOf(log);
            for (int stretch : List.of(1, 254, 1, 1, 300, 500, 3_000)) {
                events.add(stretch, 40, stretch);
                log.catchUp((done, due) -> {});
                Checkpoint now = checkpointOf(log);
                List<byte[]> proof = log.consistency(before.size(), now.size());
                assertThat(MerkleTree.checkConsistency(before.size(), now.size(), before.root(), now.root(), proof))
                        .isEmpty();
                before = now;
            }
            assertThat(log.check((done, due) -> {})).isEmpty();
        }
        Checkpoint last;
        try (EvidenceLog again = open()) {
            last = checkpointOf(again);
            assertThat(again.check((done, due) -> {})).isEmpty();
        }
        assertThat(last.size()).isEqualTo(4_057);
    }

    @Test
    void the_tiles_a_checkpoint_speaks_of_are_there_and_no_others_are_given() throws IOException {
        events.add(600, 10, 3);
        try (EvidenceLog log = open()) {
            log.catchUp((done, due) -> {});
            assertThat(log.tile(TilePath.full(0, 1))).isPresent();
            assertThat(log.tile(new TilePath(0, 2, 600 - 512))).isPresent();
            assertThat(log.tile(new TilePath(1, 0, 2))).isPresent();
            assertThat(log.tile(TilePath.full(TilePath.ENTRIES, 1))).isPresent();
            assertThat(log.tile(TilePath.full(0, 2))).isEmpty();
        }
    }

    @Test
    void the_map_proves_what_a_stream_has_and_that_another_has_nothing() throws IOException {
        events.add(3_000, 700, 5);
        try (EvidenceLog log = open()) {
            log.readMap((size, root, proofs) -> {
                for (int i = 0; i < 700; i++) {
                    String stream = String.format("%014d", 35_000_000_000_000L + i);
                    StreamMap.Proof proof = proofs.prove(stream);
                    assertThat(StreamMap.check(proof, root)).isEmpty();
                    long count = events.ofStream(stream).size();
                    assertThat(Optional.ofNullable(proof.state())
                                    .map(state -> state.count())
                                    .orElse(0L))
                            .isEqualTo(count);
                    StreamMap.Proof lie = new StreamMap.Proof(proof.key(), null, null, proof.siblings());
                    if (count > 0) {
                        assertThat(StreamMap.check(lie, root)).isPresent();
                    }
                }
                StreamMap.Proof nothing = proofs.prove("99999999999999");
                assertThat(nothing.state()).isNull();
                assertThat(StreamMap.check(nothing, root)).isEmpty();
                return size;
            });
            assertThat(log.check((done, due) -> {})).isEmpty();
        }
    }

    @Test
    void a_changed_event_is_named() throws IOException {
        events.add(700, 10, 7);
        try (EvidenceLog log = open()) {
            log.catchUp((done, due) -> {});
            RecordedEvent event = events.all.get(431);
            byte[] payload = new String(event.payload(), StandardCharsets.UTF_8)
                    .replace("\"p\"", "\"q\"")
                    .getBytes(StandardCharsets.UTF_8);
            events.all.set(431, with(event, 431, payload));
            assertThat(flaw(log)).startsWith("431 ").contains("not stored as it was");
        }
    }

    @Test
    void two_events_that_changed_places_and_a_missing_one_are_named() throws IOException {
        events.add(700, 10, 7);
        try (EvidenceLog log = open()) {
            log.catchUp((done, due) -> {});
            RecordedEvent one = events.all.get(100);
            RecordedEvent two = events.all.get(101);
            events.all.set(100, with(two, 100, two.payload()));
            events.all.set(101, with(one, 101, one.payload()));
            assertThat(flaw(log)).startsWith("100 ");
            events.all.set(100, one);
            events.all.set(101, two);
            assertThat(log.check((done, due) -> {})).isEmpty();
            List<RecordedEvent> cut = new ArrayList<>(events.all.subList(0, 690));
            events.all.clear();
            events.all.addAll(cut);
            assertThat(flaw(log)).startsWith("690 ");
            assertThatThrownBy(() -> log.catchUp((done, due) -> {})).isInstanceOf(CorruptLog.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"tile/0/001", "tile/entries/001", "tile/1/000.p/2", "tile/0/002.p/188"})
    void a_changed_byte_in_a_tile_is_named(String tile) throws IOException {
        events.add(700, 10, 7);
        try (EvidenceLog log = open()) {
            log.catchUp((done, due) -> {});
            Path file = directory.resolve("log").resolve(tile);
            byte[] bytes = Files.readAllBytes(file);
            bytes[40] ^= 1;
            Files.write(file, bytes);
            assertThat(log.check((done, due) -> {})).isPresent();
            Files.write(file, java.util.Arrays.copyOf(bytes, bytes.length - 1));
            assertThat(log.check((done, due) -> {})).isPresent();
        }
    }

    @Test
    void a_log_that_was_cut_off_is_not_opened() throws IOException {
        events.add(700, 10, 7);
        try (EvidenceLog log = open()) {
            log.catchUp((done, due) -> {});
        }
        Files.delete(directory.resolve("log/tile/0/002.p/188"));
        assertThatThrownBy(this::open).isInstanceOf(CorruptLog.class).hasMessageContaining("tile/0/002.p/188");
    }

    @Test
    void a_size_is_never_published_with_two_roots() throws IOException {
        events.add(700, 10, 7);
        try (EvidenceLog log = open()) {
            log.catchUp((done, due) -> {});
        }
        // What a restored older copy of the log, with other events, would do.
        Path published = directory.resolve("log/checkpoints");
        String kept = Files.readString(published);
        LogKeys keys = LogKeys.openOrCreate(directory.resolve("keys"), "legality.test/log");
        Files.writeString(published, kept.replaceFirst("700 .*", "700 " + "A".repeat(43) + "="));
        assertThatThrownBy(this::open).isInstanceOf(CorruptLog.class).hasMessageContaining("another root");
        Files.writeString(published, kept);
        Files.writeString(
                directory.resolve("log/checkpoint"),
                new Checkpoint("legality.test/log", 700, new byte[32]).note(keys.signer()));
        assertThatThrownBy(this::open).isInstanceOf(CorruptLog.class);
    }

    @Test
    void of_its_promises_alone_the_same_log_is_made_again() throws IOException {
        Checkpoint before = grown();
        loseAllButThePromises();
        events.add(5_000, 10, 3);
        try (EvidenceLog log = open()) {
            assertThat(checkpointOf(log).size()).isEqualTo(before.size());
            assertThat(checkpointOf(log).root()).isEqualTo(before.root());
            log.catchUp((done, due) -> {});
            assertThat(log.size()).isEqualTo(5_700);
            assertThat(log.check((done, due) -> {})).isEmpty();
        }
    }

    @Test
    void with_other_events_than_were_promised_a_lost_log_is_not_made_again() throws IOException {
        grown();
        loseAllButThePromises();
        RecordedEvent event = events.all.get(431);
        events.all.set(431, with(event, 431, "{}".getBytes(StandardCharsets.UTF_8)));
        events.add(100, 10, 3);
        assertThatThrownBy(this::open).isInstanceOf(CorruptLog.class).hasMessageContaining("another root");
    }

    @Test
    void with_fewer_events_than_were_promised_a_lost_log_is_not_made_again() throws IOException {
        grown();
        loseAllButThePromises();
        events.all.removeLast();
        assertThatThrownBy(this::open)
                .isInstanceOf(CorruptLog.class)
                .hasMessageContaining("of size 700 was published, the event store has only 699");
    }

    private Checkpoint grown() throws IOException {
        try (EvidenceLog log = open()) {
            events.add(300, 10, 7);
            log.catchUp((done, due) -> {});
            events.add(400, 10, 8);
            log.catchUp((done, due) -> {});
            return checkpointOf(log);
        }
    }

    /** What a backup has of a log. */
    private void loseAllButThePromises() throws IOException {
        Path lost = Files.move(directory.resolve("log"), directory.resolve("lost"));
        Files.move(directory.resolve("map"), lost.resolve("map"));
        Files.createDirectories(directory.resolve("log"));
        Files.move(lost.resolve("checkpoints"), directory.resolve("log/checkpoints"));
    }

    private static RecordedEvent with(RecordedEvent event, long position, byte[] payload) {
        return new RecordedEvent(
                position,
                event.eventId(),
                event.stream(),
                event.sequence(),
                event.recordedAt(),
                event.type(),
                event.revision(),
                payload,
                event.metadata(),
                payload);
    }

    private static String flaw(EvidenceLog log) {
        LogCheck.Flaw flaw = log.check((done, due) -> {}).orElseThrow();
        return flaw.position() + " " + flaw.what();
    }
}
