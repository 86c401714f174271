package kz.legality.evidence.log;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import kz.legality.evidence.proof.Checkpoint;
import kz.legality.evidence.proof.Hashing;
import kz.legality.evidence.proof.LogEntry;
import kz.legality.evidence.proof.MerkleTree;
import kz.legality.evidence.proof.SignedNote;
import kz.legality.evidence.proof.StreamMap;
import kz.legality.evidence.proof.StreamState;
import kz.legality.evidence.proof.TilePath;
import kz.legality.evidence.proof.TlogProof;

/**
 * The log: one ordered reader of the events, whose position is the index of the leaf. A stretch of events becomes entries,
 * tiles on disk, then a signed checkpoint, then the state of the streams, in this order, so that
 *
 * <ul>
 *   <li>a checkpoint never speaks of a tile that is not on disk,
 *   <li>the root of a size is written into {@code checkpoints} before it is published, and compared with it ever after:
 *       no size is published with two roots,
 *   <li>the map of streams is never ahead of the checkpoint, and is brought up to it from the entries.
 * </ul>
 *
 * <p>Opening is recovering: the last checkpoint is read, its tree is loaded and must have its root, and reading goes on. Where
 * nothing is left but the roots that were published, as in a backup, the log is made again and must come to them.
 */
public final class EvidenceLog implements AutoCloseable {
    private static final int STRETCH_EVENTS_MAX = 32_768;
    private static final int READ_EVENTS_MAX = 4_096;

    private final RecordedEvents events;
    private final LogKeys keys;
    private final Path directory;
    private final TileFiles files;
    private final StreamStates streams;
    private final PublishedRoots published;
    private TileTree tree;
    private String checkpoint = "";
    private Instant publishedAt = Instant.EPOCH;

    private EvidenceLog(Path directory, RecordedEvents events, LogKeys keys, StreamStates streams) {
        this.directory = directory;
        this.events = events;
        this.keys = keys;
        this.streams = streams;
        this.files = new TileFiles(directory);
        try {
            Files.createDirectories(directory);
            this.published = PublishedRoots.open(directory.resolve("checkpoints"));
            Path note = checkpointFile();
            if (Files.exists(note)) {
                checkpoint = Files.readString(note);
                publishedAt = Files.getLastModifiedTime(note).toInstant();
                tree = TileTree.at(trusted(checkpoint).size(), files);
                requirePublishedRoot();
                bringMapUp();
            } else {
                tree = new TileTree(files);
                if (published.lastSize() <= 0) {
                    publish();
                }
            }
            keepPromise(published.lastSize());
        } catch (IOException e) {
            throw new UncheckedIOException("the log in " + directory + " cannot be opened: " + e.getMessage(), e);
        }
    }

    /**
     * Opens the log, recovering what a crash may have left.
     *
     * @throws CorruptLog where what is on disk is not the tree its last checkpoint speaks of
     */
    public static EvidenceLog open(Path directory, RecordedEvents events, LogKeys keys, StreamStates streams) {
        try {
            return new EvidenceLog(directory, events, keys, streams);
        } catch (RuntimeException refused) {
            streams.close();
            throw refused;
        }
    }

    public LogKeys keys() {
        return keys;
    }

    public synchronized long size() {
        return tree.size();
    }

    /** The newest checkpoint, a signed note. */
    public synchronized String checkpoint() {
        return checkpoint;
    }

    public synchronized Instant publishedAt() {
        return publishedAt;
    }

    public long behind() {
        return events.count() - size();
    }

    /**
     * Takes in what the store has by now, and publishes.
     *
     * @param progress hears how many are done, of how many
     * @return the size of the log
     */
    public synchronized long catchUp(BiConsumer<Long, Long> progress) {
        long due = events.count();
        if (due < tree.size()) {
            throw new CorruptLog(due, "the log has " + tree.size() + " entries, the event store only " + due);
        }
        while (tree.size() < due) {
            takeStretch(due);
            progress.accept(tree.size(), due);
        }
        return tree.size();
    }

    /**
     * As {@link #catchUp}, one stretch only.
     *
     * @return whether there was anything to take in
     */
    public synchronized boolean takeStretch() {
        long due = events.count();
        if (due < tree.size()) {
            throw new CorruptLog(due, "the log has " + tree.size() + " entries, the event store only " + due);
        }
        if (due == tree.size()) {
            return false;
        }
        takeStretch(due);
        return true;
    }

    /** A tile as the newest checkpoint knows it; empty where it is beyond it. */
    public synchronized Optional<byte[]> tile(TilePath path) {
        int level = Math.max(0, path.level());
        long hashes = tree.size() >>> (TilePath.HEIGHT * level);
        boolean within = path.index() * TilePath.FULL_WIDTH + path.width() <= hashes;
        return within ? files.read(path) : Optional.empty();
    }

    public synchronized byte[] entry(long index) {
        return tree.entry(index);
    }

    public synchronized byte[] root(long size) {
        return tree.root(size);
    }

    /** The entry's inclusion in the newest checkpoint, the entry itself beside it. */
    public synchronized TlogProof proof(long index) {
        return new TlogProof(tree.entry(index), index, MerkleTree.inclusionProof(tree, index, tree.size()), checkpoint);
    }

    /** Proofs of many entries, all under the same checkpoint. */
    public synchronized SortedMap<Long, TlogProof> proofs(Collection<Long> indexes) {
        SortedMap<Long, TlogProof> proofs = new TreeMap<>();
        new TreeSet<>(indexes).forEach(index -> proofs.put(index, proof(index)));
        return proofs;
    }

    public synchronized List<byte[]> consistency(long older, long size) {
        return MerkleTree.consistencyProof(tree, older, size);
    }

    /** Something that asks the map while it stands still at a size of the log. */
    public interface MapReading<T> {
        T read(long size, byte[] root, StreamProofs proofs);
    }

    /** Hands out proofs of one root. */
    public interface StreamProofs {
        StreamMap.Proof prove(String stream);
    }

    /** Takes in all there is, and reads the map at that size. */
    public synchronized <T> T readMap(MapReading<T> reading) {
        long size = catchUp((done, due) -> {});
        return reading.read(size, streams.root(), stream -> streams.prove(keys.streamKey(stream)));
    }

    /** Compares everything with everything; see {@link LogCheck}. */
    public synchronized Optional<LogCheck.Flaw> check(BiConsumer<Long, Long> progress) {
        return new LogCheck(events, keys, files, streams, published, checkpoint, tree.size()).run(progress);
    }

    @Override
    public synchronized void close() {
        files.close();
        streams.close();
        published.close();
    }

    /** A crash leaves a promise ahead of the log, and a backup nothing but the promises: the log is made up to the last. */
    private void keepPromise(long size) {
        if (events.count() < size) {
            throw new CorruptLog(
                    events.count(),
                    "a checkpoint of size " + size + " was published, the event store has only " + events.count()
                            + " events");
        }
        while (tree.size() < size) {
            takeStretch(size);
        }
    }

    private void takeStretch(long wanted) {
        long from = tree.size();
        // Not past a promise: there the root is compared.
        long due = from < published.lastSize() ? Math.min(wanted, published.lastSize()) : wanted;
        List<RecordedEvent> stretch = new ArrayList<>();
        while (stretch.size() < STRETCH_EVENTS_MAX && from + stretch.size() < due) {
            long next = from + stretch.size();
            List<RecordedEvent> page = events.read(next, (int) Math.min(READ_EVENTS_MAX, due - next));
            if (page.isEmpty()) {
                throw new CorruptLog(next, "the event store gives no event at this position");
            }
            stretch.addAll(page);
        }
        Map<String, byte[]> keyOf = new HashMap<>();
        stretch.forEach(event -> keyOf.computeIfAbsent(event.stream(), keys::streamKey));
        Map<byte[], StreamState> changed = statesOf(keyOf.values());
        for (RecordedEvent event : stretch) {
            if (event.position() != tree.size()) {
                throw new CorruptLog(tree.size(), "the event store gives position " + event.position() + " instead");
            }
            byte[] key = Objects.requireNonNull(keyOf.get(event.stream()));
            StreamState before = Objects.requireNonNull(changed.get(key));
            LogEntry entry = entryOf(event, key, before, keys);
            changed.put(key, before.after(tree.append(entry.bytes()), event.type()));
        }
        publish();
        streams.apply(changed, tree.size());
    }

    private Map<byte[], StreamState> statesOf(Iterable<byte[]> wanted) {
        List<byte[]> asked = new ArrayList<>();
        wanted.forEach(asked::add);
        List<StreamState> known = streams.states(asked);
        Map<byte[], StreamState> states = new TreeMap<>(Arrays::compareUnsigned);
        for (int i = 0; i < asked.size(); i++) {
            states.put(asked.get(i), known.get(i));
        }
        return states;
    }

    static LogEntry entryOf(RecordedEvent event, byte[] streamKey, StreamState before, LogKeys keys) {
        byte[] salt = keys.saltOf(event.eventId());
        return new LogEntry(
                event.position(),
                streamKey,
                before.count(),
                before.head(),
                event.recordedAt(),
                Hashing.of(salt, event.canonical()),
                Hashing.of(salt, event.stored()),
                event.type(),
                event.revision());
    }

    /** A crash before the rename leaves the older checkpoint and tiles nobody knows of; they are written again, alike. */
    private void publish() {
        try {
            tree.putPartial();
            files.force();
            Checkpoint fresh = new Checkpoint(keys.signer().verifier().name(), tree.size(), tree.root());
            published.promise(fresh.size(), fresh.root());
            String note = fresh.note(keys.signer());
            Path beside = directory.resolve("checkpoint.new");
            Files.writeString(beside, note);
            DurableFiles.force(beside);
            DurableFiles.rename(beside, checkpointFile());
            checkpoint = note;
            publishedAt = Instant.now();
            files.dropOutgrown();
        } catch (IOException e) {
            throw new UncheckedIOException("the checkpoint cannot be written: " + e.getMessage(), e);
        }
    }

    private Path checkpointFile() {
        return directory.resolve("checkpoint");
    }

    private Checkpoint trusted(String note) {
        try {
            SignedNote signed = SignedNote.parse(note);
            Checkpoint read = Checkpoint.parse(signed.text());
            if (!signed.signedBy(keys.signer().verifier())
                    || !read.origin().equals(keys.signer().verifier().name())) {
                throw new CorruptLog(-1, "the checkpoint is not signed by this log's key");
            }
            return read;
        } catch (IllegalArgumentException unreadable) {
            throw new CorruptLog(-1, "the checkpoint cannot be read: " + unreadable.getMessage());
        }
    }

    private void requirePublishedRoot() {
        byte[] root = trusted(checkpoint).root();
        if (!Arrays.equals(root, tree.root())) {
            throw new CorruptLog(-1, "the tiles are not those of the checkpoint at size " + tree.size());
        }
        published.requireKept(tree.size(), root);
    }

    /** Entries between what the map has seen and the checkpoint: a crash between the two leaves some. */
    private void bringMapUp() {
        if (streams.logSize() > tree.size()) {
            throw new CorruptLog(
                    tree.size(),
                    "the map has seen " + streams.logSize() + " entries of a log cut off at " + tree.size());
        }
        while (streams.logSize() < tree.size()) {
            long from = streams.logSize();
            long to = Math.min(tree.size(), from + STRETCH_EVENTS_MAX);
            List<LogEntry> entries = new ArrayList<>();
            List<byte[]> leaves = new ArrayList<>();
            while (from + entries.size() < to) {
                long next = from + entries.size();
                List<byte[]> bundle = tree.entriesOfBundle(next / TilePath.FULL_WIDTH);
                for (byte[] entry : bundle.subList((int) (next % TilePath.FULL_WIDTH), bundle.size())) {
                    entries.add(LogEntry.parse(entry));
                    leaves.add(Hashing.leaf(entry));
                }
            }
            Map<byte[], StreamState> changed = new TreeMap<>(Arrays::compareUnsigned);
            List<byte[]> asked = entries.stream().map(LogEntry::streamKey).toList();
            List<StreamState> known = streams.states(asked);
            for (int i = 0; i < entries.size(); i++) {
                StreamState before = changed.getOrDefault(asked.get(i), known.get(i));
                changed.put(
                        asked.get(i), before.after(leaves.get(i), entries.get(i).type()));
            }
            streams.apply(changed, from + entries.size());
        }
    }

    /** The log's verifier key, a line. */
    public String verifierKey() {
        return keys.signer().verifier().text();
    }
}
