package kz.legality.observation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.crypto.spec.SecretKeySpec;
import kz.legality.device.DeviceEvent;
import kz.legality.device.DeviceEvent.Fact;
import kz.legality.event.LedgerEvent;
import kz.legality.event.Source;
import kz.legality.identifier.FileHash;
import kz.legality.policy.Policy;
import kz.legality.secrecy.Pseudonyms;
import kz.legality.sourcefile.FileEvent.ObservationsArchived;

/** An archive in a folder of its own, with a ledger that records each fact it is given. */
final class ArchiveUnderTest implements AutoCloseable {
    static final LocalDate TODAY = LocalDate.of(2026, 1, 31);
    static final Policy POLICY = Policy.kazakhstan();
    static final Pseudonyms PSEUDONYMS = new Pseudonyms(new SecretKeySpec(new byte[32], "HmacSHA256"));

    private final Path folder;
    private final long rowsInAStretch;
    final KeysForTests keys = new KeysForTests();
    private ObservationArchive archive;
    private final Map<String, Long> sequences = new HashMap<>();
    private final List<StoredWord> ledger = new ArrayList<>();

    ArchiveUnderTest(Path folder) {
        this(folder, OpenArchive.ROWS_IN_A_STRETCH);
    }

    ArchiveUnderTest(Path folder, long rowsInAStretch) {
        this.folder = folder;
        this.rowsInAStretch = rowsInAStretch;
        this.archive = opened();
    }

    private ObservationArchive opened() {
        return ObservationArchive.open(folder.resolve("observations"), POLICY, keys, rowsInAStretch);
    }

    ObservationArchive archive() {
        return archive;
    }

    Path files() {
        return folder.resolve("observations/archive");
    }

    /** As another process would find it. */
    void reopen() {
        archive.close();
        archive = opened();
    }

    /** As if nothing but the archive's files and the ledger had been kept. */
    void loseTheDatabase() {
        archive.close();
        try {
            Files.delete(folder.resolve("observations/detecting.duckdb"));
            Files.deleteIfExists(folder.resolve("observations/detecting.duckdb.wal"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        archive = opened();
        archive.follow(ledger.iterator());
    }

    Path write(String name, List<String> lines) {
        try {
            Path file = folder.resolve(name);
            Files.writeString(file, String.join("\n", lines) + (lines.isEmpty() ? "" : "\n"));
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Imported take(String name, List<String> lines) throws ObservationsRefused {
        try {
            Path file = write(name, lines);
            return archive.take(Hashing.sha256(file), name, file, TODAY);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Takes a file in, records what it proves, and gives it. */
    List<Fact> feed(String name, List<String> lines) throws ObservationsRefused {
        Imported it = take(name, lines);
        FileHash hash = hashOf(name);
        Source source = new Source.FileRow(hash, 0);
        record(new ObservationsArchived(
                hash,
                Instant.EPOCH,
                source,
                it.operator(),
                it.from(),
                it.to(),
                it.rows(),
                it.duplicates(),
                it.malformed(),
                it.parts()));
        List<Fact> facts = archive.factsAfterObservations(hash);
        facts.forEach(this::record);
        return facts;
    }

    FileHash hashOf(String name) {
        try {
            return Hashing.sha256(folder.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void record(LedgerEvent event) {
        recordAll(Stream.of(event));
    }

    void recordAll(Stream<? extends LedgerEvent> events) {
        int known = ledger.size();
        events.forEach(event ->
                ledger.add(new StoredWord(ledger.size(), sequences.merge(event.stream(), 1L, Long::sum) - 1, event)));
        archive.follow(ledger.subList(known, ledger.size()).iterator());
    }

    static <T extends DeviceEvent> List<T> only(Class<T> kind, List<? extends DeviceEvent> facts) {
        return facts.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    @Override
    public void close() {
        archive.close();
    }
}
