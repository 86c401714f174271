package kz.legality.command.secrecy.rocksdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.crypto.SecretKey;
import kz.legality.command.secrecy.rocksdb.RocksSubjectKeys.Destruction;
import kz.legality.identifier.Iin;
import kz.legality.identifier.Msisdn;
import kz.legality.secrecy.Subject;
import kz.legality.secrecy.SubjectForgotten;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RocksSubjectKeysTest {
    private static final Subject ANNA = new Subject("person:anna");
    private static final Subject BORIS = new Subject("person:boris");
    private static final Instant NOW = Instant.parse("2025-06-01T07:00:00Z");

    @TempDir
    Path data;

    private Path directory;
    private Path kek;

    @BeforeEach
    void place() {
        directory = data.resolve("keys");
        kek = data.resolve("secrets/kek");
    }

    @Test
    void a_subject_keeps_its_key() {
        try (RocksSubjectKeys keys = open()) {
            SecretKey key = keyOf(keys, ANNA);

            assertThat(keyOf(keys, ANNA)).isEqualTo(key);
            assertThat(keys.find(ANNA)).contains(key);
            assertThat(keyOf(keys, BORIS)).isNotEqualTo(key);
        }
    }

    @Test
    void keys_and_pseudonyms_outlive_the_process() {
        Msisdn line = new Msisdn("77017654321");
        Map<Subject, SecretKey> before;
        Object pseudonym;
        try (RocksSubjectKeys keys = open()) {
            before = keys.keysFor(Set.of(ANNA, BORIS));
            pseudonym = keys.pseudonyms().of(line);
        }
        try (RocksSubjectKeys keys = open()) {
            assertThat(keys.find(ANNA)).contains(before.get(ANNA));
            assertThat(keys.keysFor(Set.of(ANNA, BORIS))).isEqualTo(before);
            assertThat(keys.pseudonyms().of(line)).isEqualTo(pseudonym);
        }
    }

    @Test
    void a_subject_nobody_sealed_for_has_no_key() {
        try (RocksSubjectKeys keys = open()) {
            assertThat(keys.find(ANNA)).isEmpty();
        }
    }

    @Test
    void two_stores_do_not_share_pseudonyms() {
        Iin iin = new Iin("900101300811");
        try (RocksSubjectKeys ours = open();
                RocksSubjectKeys theirs = RocksSubjectKeys.open(data.resolve("theirs"), data.resolve("their-kek"))) {
            assertThat(ours.pseudonyms().person(iin).pseudonym())
                    .isNotEqualTo(theirs.pseudonyms().person(iin).pseudonym());
        }
    }

    @Test
    void only_its_owner_reads_the_key_encryption_key() throws IOException {
        open().close();

        assertThat(kek).hasSize(32);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(kek)))
                .isEqualTo("rw-------");
    }

    @Test
    void no_key_lies_in_the_store_in_the_clear() throws IOException {
        byte[] key;
        try (RocksSubjectKeys keys = open()) {
            key = keyOf(keys, ANNA).getEncoded();
        }

        assertThat(allBytes()).doesNotContain(latin(key)).doesNotContain(latin(Files.readAllBytes(kek)));
    }

    @Test
    void a_forgotten_subject_gets_no_key_any_more() {
        try (RocksSubjectKeys keys = open()) {
            keyOf(keys, ANNA);
            keys.destroy(ANNA, "order 5", NOW);

            assertForgotten(keys);
        }
        try (RocksSubjectKeys keys = open()) {
            assertForgotten(keys);
            assertThat(keys.destructionOf(ANNA)).contains(new Destruction(NOW, "order 5"));
        }
    }

    @Test
    void a_subject_is_forgotten_once() {
        try (RocksSubjectKeys keys = open()) {
            keys.destroy(ANNA, "order 5", NOW);
            keys.destroy(ANNA, "order 6", NOW.plusSeconds(1));

            assertThat(keys.destructionOf(ANNA)).contains(new Destruction(NOW, "order 5"));
            assertThat(keys.destructionOf(BORIS)).isEmpty();
        }
    }

    @Test
    void one_forgotten_subject_makes_no_keys_for_the_others_of_its_list() {
        try (RocksSubjectKeys keys = open()) {
            keys.destroy(ANNA, "order 5", NOW);

            assertThatThrownBy(() -> keys.keysFor(Set.of(ANNA, BORIS))).isInstanceOf(SubjectForgotten.class);
            assertThat(keys.find(BORIS)).isEmpty();
        }
    }

    @Test
    void a_destroyed_key_is_gone_from_the_files() throws IOException {
        byte[] wrapped;
        try (RocksSubjectKeys keys = open()) {
            keyOf(keys, ANNA);
        }
        try (KeyDatabase database = new KeyDatabase(directory)) {
            wrapped = database.get(ANNA.id()).orElseThrow();
        }
        assertThat(allBytes()).contains(latin(wrapped));

        try (RocksSubjectKeys keys = open()) {
            keys.destroy(ANNA, "order 5", NOW);

            assertThat(allBytes()).doesNotContain(latin(wrapped));
        }
        assertThat(allBytes()).doesNotContain(latin(wrapped));
    }

    @Test
    void a_destruction_cut_short_is_finished_by_the_next_start() throws IOException {
        byte[] wrapped;
        try (RocksSubjectKeys keys = open()) {
            keyOf(keys, ANNA);
        }
        try (KeyDatabase database = new KeyDatabase(directory)) {
            wrapped = database.get(ANNA.id()).orElseThrow();
            // What the process leaves that dies between writing and rewriting.
            byte[] destroyed = new KeyRecord.Destroyed(new Destruction(NOW, "order 5")).bytes();
            database.put(Map.of(ANNA.id(), destroyed, "scrubbing", ANNA.id().getBytes(StandardCharsets.UTF_8)));
        }
        assertThat(allBytes()).contains(latin(wrapped));

        try (RocksSubjectKeys keys = open()) {
            assertForgotten(keys);
        }
        assertThat(allBytes()).doesNotContain(latin(wrapped));
    }

    @Test
    void a_second_opener_is_refused_by_name() {
        try (RocksSubjectKeys keys = open()) {
            assertThatThrownBy(this::open)
                    .isInstanceOf(KeysUnavailable.class)
                    .hasMessage("the keys in " + directory + " are in use: another ledger has them open");
            assertThat(keyOf(keys, ANNA)).isNotNull();
        }
    }

    @Test
    void a_second_process_is_refused_by_name() throws Exception {
        Process other = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "--enable-native-access=ALL-UNNAMED",
                        Holder.class.getName(),
                        directory.toString(),
                        kek.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader said = other.inputReader()) {
            assertThat(said.readLine()).isEqualTo("open");

            assertThatThrownBy(this::open)
                    .isInstanceOf(KeysUnavailable.class)
                    .hasMessageContaining("another ledger has them open");
        } finally {
            other.destroyForcibly().waitFor();
        }
        open().close();
    }

    @Test
    void another_key_encryption_key_is_told_by_its_file() throws IOException {
        open().close();
        Files.write(kek, new byte[32]);

        assertThatThrownBy(this::open)
                .isInstanceOf(KeysUnavailable.class)
                .hasMessage("the key-encryption key " + kek + " is not the one these keys were wrapped by");
    }

    @Test
    void a_missing_key_encryption_key_is_not_made_anew() throws IOException {
        open().close();
        Files.delete(kek);

        assertThatThrownBy(this::open)
                .isInstanceOf(KeysUnavailable.class)
                .hasMessageContaining(kek + ", which is missing: put it back");
        assertThat(kek).doesNotExist();
    }

    @Test
    void a_file_of_another_length_is_no_key() throws IOException {
        open().close();
        Files.writeString(kek, "secret");

        assertThatThrownBy(this::open)
                .isInstanceOf(KeysUnavailable.class)
                .hasMessage("the key-encryption key " + kek + " has 32 bytes, this file has 6");
    }

    @Test
    void many_callers_get_the_same_keys() throws Exception {
        int callers = 8;
        try (RocksSubjectKeys keys = open();
                ExecutorService threads = Executors.newFixedThreadPool(callers)) {
            Callable<Map<Subject, SecretKey>> asking = () -> keys.keysFor(persons(0, 500));

            Set<Map<Subject, SecretKey>> answers = new HashSet<>();
            for (Future<Map<Subject, SecretKey>> answer : threads.invokeAll(
                    Stream.generate(() -> asking).limit(callers).toList())) {
                answers.add(answer.get());
            }

            assertThat(answers).hasSize(1);
        }
    }

    /** Counts this thread's own work, 35-55 ms warm, which other work on the machine does not lengthen. */
    @Test
    void five_thousand_new_subjects_take_a_moment() {
        try (RocksSubjectKeys keys = open()) {
            keys.keysFor(persons(0, 5_000));
            Set<Subject> unseen = persons(5_000, 10_000);

            ThreadMXBean thread = ManagementFactory.getThreadMXBean();
            long begun = thread.getCurrentThreadCpuTime();
            keys.keysFor(unseen);
            Duration worked = Duration.ofNanos(thread.getCurrentThreadCpuTime() - begun);

            assertThat(worked).isLessThan(Duration.ofMillis(400));
        }
    }

    private RocksSubjectKeys open() {
        return RocksSubjectKeys.open(directory, kek);
    }

    private static SecretKey keyOf(RocksSubjectKeys keys, Subject subject) {
        return keys.keysFor(Set.of(subject)).values().iterator().next();
    }

    private static Set<Subject> persons(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(i -> new Subject("person:" + i))
                .collect(Collectors.toSet());
    }

    private static void assertForgotten(RocksSubjectKeys keys) {
        assertThat(keys.find(ANNA)).isEmpty();
        assertThatThrownBy(() -> keys.keysFor(Set.of(ANNA))).isInstanceOf(SubjectForgotten.class);
    }

    /** Every byte of every file of the store, one letter each. */
    private String allBytes() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(RocksSubjectKeysTest::read)
                    .map(RocksSubjectKeysTest::latin)
                    .collect(Collectors.joining());
        }
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String latin(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    /** Another process that has the keys open until it is killed. */
    static final class Holder {
        private Holder() {}

        public static void main(String[] arguments) throws InterruptedException {
            try (RocksSubjectKeys keys = RocksSubjectKeys.open(Path.of(arguments[0]), Path.of(arguments[1]))) {
                System.out.println(keys.find(ANNA).isEmpty() ? "open" : "not as expected");
                Thread.sleep(Duration.ofMinutes(1));
            }
        }
    }
}
