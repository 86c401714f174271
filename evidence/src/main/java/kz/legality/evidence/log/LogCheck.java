package kz.legality.evidence.log;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import kz.legality.evidence.proof.Checkpoint;
import kz.legality.evidence.proof.Hashing;
import kz.legality.evidence.proof.LogEntry;
import kz.legality.evidence.proof.SignedNote;
import kz.legality.evidence.proof.StreamState;
import kz.legality.evidence.proof.TilePath;

/**
 * Computes every hash from the event store anew and compares: each event with its entry, each entry with its leaf, each
 * tile with the one below it, each root that was ever published with the tree at that size, the checkpoint with its
 * signature, and the map with the streams. Names the first position that is bad.
 *
 * <p>What stood before an entry in its stream is read from the log itself, where it was compared just before.
 */
public final class LogCheck {
    /** @param position the first bad one, -1 where none can be named */
    public record Flaw(long position, String what) {}

    private static final int READ_EVENTS_MAX = 4_096;

    private final RecordedEvents events;
    private final LogKeys keys;
    private final TileFiles files;
    private final StreamStates streams;
    private final PublishedRoots published;
    private final String note;
    private final long size;
    private final StreamPlaces places = new StreamPlaces();

    LogCheck(
            RecordedEvents events,
            LogKeys keys,
            TileFiles files,
            StreamStates streams,
            PublishedRoots published,
            String note,
            long size) {
        this.events = events;
        this.keys = keys;
        this.files = files;
        this.streams = streams;
        this.published = published;
        this.note = note;
        this.size = size;
    }

    Optional<Flaw> run(BiConsumer<Long, Long> progress) {
        try {
            checkEntries(progress);
            checkTiles();
            checkRoots();
            checkMap();
            return Optional.empty();
        } catch (CorruptLog flaw) {
            return Optional.of(new Flaw(flaw.position(), String.valueOf(flaw.getMessage())));
        }
    }

    private void checkEntries(BiConsumer<Long, Long> progress) {
        if (events.count() < size) {
            throw new CorruptLog(
                    events.count(),
                    "the log has " + size + " entries, the event store only " + events.count() + " events");
        }
        long position = 0;
        List<byte[]> bundle = List.of();
        byte[] leaves = {};
        while (position < size) {
            List<RecordedEvent> page = events.read(position, (int) Math.min(READ_EVENTS_MAX, size - position));
            if (page.isEmpty()) {
                throw new CorruptLog(position, "the event store has no event at this position");
            }
            for (RecordedEvent event : page) {
                if (position >= size) {
                    return;
                }
                int within = (int) (position % TilePath.FULL_WIDTH);
                if (within == 0) {
                    bundle = bundleAt(position);
                    leaves = required(tileAt(0, position / TilePath.FULL_WIDTH), position);
                }
                checkEntry(event, position, within < bundle.size() ? bundle.get(within) : new byte[0]);
                int offset = within * Hashing.HASH_BYTES;
                byte[] leaf = Hashing.leaf(bundle.get(within));
                if (leaves.length < offset + Hashing.HASH_BYTES
                        || !Arrays.equals(leaves, offset, offset + Hashing.HASH_BYTES, leaf, 0, Hashing.HASH_BYTES)) {
                    throw new CorruptLog(position, "the tile does not hold the leaf hash of the entry");
                }
                position++;
            }
            progress.accept(position, size);
        }
    }

    private void checkEntry(RecordedEvent event, long position, byte[] stored) {
        if (event.position() != position) {
            throw new CorruptLog(position, "the event store gives the event of " + event.position());
        }
        byte[] key = keys.streamKey(event.stream());
        long last = places.last(key);
        byte[] head = last < 0 ? LogEntry.NOTHING_BEFORE : leafAt(last);
        StreamState before = new StreamState(places.count(key), head, List.of());
        byte[] due = EvidenceLog.entryOf(event, key, before, keys).bytes();
        if (!Arrays.equals(due, stored)) {
            throw new CorruptLog(position, differing(due, stored));
        }
        places.note(key, position);
    }

    private static String differing(byte[] due, byte[] stored) {
        try {
            LogEntry a = LogEntry.parse(due);
            LogEntry b = LogEntry.parse(stored);
            if (!Arrays.equals(a.eventHash(), b.eventHash())) {
                return "the event is not the one that was logged: its content has another hash";
            }
            if (!Arrays.equals(a.storedHash(), b.storedHash())) {
                return "the event is not stored as it was when it was logged";
            }
            return "the entry is not the one its event leads to";
        } catch (IllegalArgumentException unreadable) {
            return "the log holds no readable entry here";
        }
    }

    /** Each tile above the lowest holds the roots of the tiles below it. */
    private void checkTiles() {
        for (int level = 1; level < TilePath.LEVELS_MAX; level++) {
            long hashes = size >>> (TilePath.HEIGHT * level);
            byte[] tile = {};
            for (long i = 0; i < hashes; i++) {
                int within = (int) (i % TilePath.FULL_WIDTH);
                long position = i << (TilePath.HEIGHT * level);
                if (within == 0) {
                    tile = required(tileAt(level, i / TilePath.FULL_WIDTH), position);
                }
                byte[] below = required(files.read(TilePath.full(level - 1, i)), position);
                byte[] root = TileTree.rootOf(hashesOf(below), 0, TilePath.FULL_WIDTH);
                int offset = within * Hashing.HASH_BYTES;
                if (tile.length < offset + Hashing.HASH_BYTES
                        || !Arrays.equals(tile, offset, offset + Hashing.HASH_BYTES, root, 0, Hashing.HASH_BYTES)) {
                    throw new CorruptLog(
                            position, "a tile of level " + level + " does not hold the root of the one below");
                }
            }
        }
    }

    private void checkRoots() {
        TileTree tree = TileTree.at(size, files);
        for (PublishedRoots.Published line : published.all()) {
            if (line.size() <= size && !Arrays.equals(tree.root(line.size()), line.root())) {
                throw new CorruptLog(
                        line.size() - 1,
                        "a checkpoint of size " + line.size() + " was published with another root: the log was forked");
            }
        }
        try {
            SignedNote signed = SignedNote.parse(note);
            Checkpoint checkpoint = Checkpoint.parse(signed.text());
            if (!signed.signedBy(keys.signer().verifier())) {
                throw new CorruptLog(size - 1, "the checkpoint is not signed by this log's key");
            }
            if (checkpoint.size() != size || !Arrays.equals(checkpoint.root(), tree.root())) {
                throw new CorruptLog(size - 1, "the checkpoint is not that of the tree: the log was forked");
            }
        } catch (IllegalArgumentException unreadable) {
            throw new CorruptLog(size - 1, "the checkpoint cannot be read: " + unreadable.getMessage());
        }
    }

    private void checkMap() {
        if (streams.logSize() != size) {
            throw new CorruptLog(-1, "the map of streams has seen " + streams.logSize() + " of " + size + " entries");
        }
        streams.forEach((key, state) -> {
            long last = places.last(key);
            if (last < 0 || places.count(key) != state.count() || !Arrays.equals(leafAt(last), state.head())) {
                throw new CorruptLog(last, "the map says something else of this event's stream than the log");
            }
        });
        if (streams.streams() != places.size()) {
            throw new CorruptLog(-1, "the map has " + streams.streams() + " streams, the log " + places.size());
        }
        if (!Arrays.equals(streams.root(), streams.recomputedRoot())) {
            throw new CorruptLog(-1, "the root of the map is not that of its leaves");
        }
    }

    private byte[] leafAt(long position) {
        byte[] tile = required(tileAt(0, position / TilePath.FULL_WIDTH), position);
        int offset = (int) (position % TilePath.FULL_WIDTH) * Hashing.HASH_BYTES;
        return Arrays.copyOfRange(tile, offset, offset + Hashing.HASH_BYTES);
    }

    private List<byte[]> bundleAt(long position) {
        long index = position / TilePath.FULL_WIDTH;
        byte[] bundle = required(tileAt(TilePath.ENTRIES, index), position);
        try {
            return EntryBundle.parse(bundle);
        } catch (IllegalArgumentException cut) {
            throw new CorruptLog(position, "the bundle of entries that begins here is cut off");
        }
    }

    private Optional<byte[]> tileAt(int level, long index) {
        long hashes = size >>> (TilePath.HEIGHT * Math.max(0, level));
        long width = Math.min(TilePath.FULL_WIDTH, hashes - index * TilePath.FULL_WIDTH);
        return files.read(new TilePath(level, index, (int) width));
    }

    private static byte[] required(Optional<byte[]> tile, long position) {
        return tile.orElseThrow(() -> new CorruptLog(position, "a tile that begins here is missing"));
    }

    private static List<byte[]> hashesOf(byte[] tile) {
        byte[][] hashes = new byte[TilePath.FULL_WIDTH][Hashing.HASH_BYTES];
        ByteBuffer in = ByteBuffer.wrap(Arrays.copyOf(tile, TilePath.FULL_WIDTH * Hashing.HASH_BYTES));
        for (byte[] hash : hashes) {
            in.get(hash);
        }
        return List.of(hashes);
    }
}
