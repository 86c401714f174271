package kz.legality.command.store.rocksdb;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import kz.legality.command.store.AcknowledgedMark;
import kz.legality.command.store.CorruptStoreException;
import kz.legality.command.store.DirectoryLock;
import kz.legality.command.store.EventEnvelope;
import kz.legality.command.store.IntegrityReport;
import kz.legality.command.store.LiveCopy;
import kz.legality.command.store.StoreIntegrity;
import kz.legality.command.store.StoredDomainEvent;
import kz.legality.command.store.StoredEvent;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.WrappedToken;
import org.axonframework.eventsourcing.eventstore.BatchingEventStorageEngine;
import org.axonframework.eventsourcing.snapshotting.SnapshotFilter;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.jspecify.annotations.Nullable;

/**
 * The embedded event store of record: one directory, one writer, positions from 0 without gaps.
 *
 * <p>An append is whole or absent, however many events and streams it has, and is on the disk when the call returns. It is refused
 * with {@link org.axonframework.modelling.command.AggregateStreamCreationException} when a stream it begins exists, and with
 * {@link org.axonframework.modelling.command.ConcurrencyException} when a stream it continues ends elsewhere; the appends around it
 * are not touched. What names an event is its stream and sequence; event ids are checked to be unique within an append only,
 * since an index of hundreds of millions of random ids would cost a third of all writing and refuse nothing that this does not.
 *
 * <p>Events read from a stream and events read in the global order both carry a {@link GlobalSequenceTrackingToken} of their
 * position. Every read verifies the event's checksum; what does not match is a
 * {@link kz.legality.command.store.CorruptEventException}, never an event.
 *
 * <p>Safe for any number of threads. {@link #close()} lets waiting appends finish.
 */
public final class RocksEventStorageEngine extends BatchingEventStorageEngine
        implements StoreIntegrity, LiveCopy, AutoCloseable {

    private final DirectoryLock lock;
    private final AcknowledgedMark mark;
    private final EventDatabase database;
    private final EventPages pages;
    private final LateBeginnings beginnings;
    private final StreamIndex streams;
    private final TimeBlocks times;
    private final Snapshots snapshots;
    private final GroupCommit commits;

    private RocksEventStorageEngine(Builder builder) {
        super(builder);
        if (builder.directory == null) {
            throw new IllegalArgumentException("The event store needs a directory");
        }
        StoreOptions options = new StoreOptions(builder.blockCacheBytes, builder.memtableBytes);
        lock = DirectoryLock.take(builder.directory);
        AcknowledgedMark openedMark = null;
        EventDatabase openedDatabase = null;
        try {
            mark = openedMark = AcknowledgedMark.open(lock.directory());
            database = openedDatabase = new StoreOpening(lock.directory(), mark.count(), options).open();
            pages = new EventPages(database);
            beginnings = new LateBeginnings(database);
            streams = new StreamIndex(database, beginnings);
            snapshots = new Snapshots(database);
            times = new TimeBlocks(database, pages);
            long count = database.count();
            times.resume(count).forEach(this::demandIndexed);
            commits = new GroupCommit(database, mark, count, times, snapshots, beginnings);
        } catch (RuntimeException refused) {
            if (openedDatabase != null) {
                openedDatabase.close();
            } else {
                options.close();
            }
            if (openedMark != null) {
                openedMark.close();
            }
            lock.close();
            throw refused;
        }
    }

    public static Builder builder() {
        return new Builder();
    }

    /**
     * Stores the events, all or none, and waits until they are on the disk.
     *
     * @return the position of the first; the others follow without gaps. The next position to come where there are no events
     */
    public long append(List<? extends EventMessage<?>> events) {
        return append(events, getEventSerializer());
    }

    /** The position of the newest event, -1 where there is none. */
    public long headPosition() {
        return commits.count() - 1;
    }

    /** How many events there are. */
    public long size() {
        return commits.count();
    }

    /**
     * Events in the global order, undeserialised.
     *
     * @param from the first position wanted
     * @return at most countMax events and about 8 MiB; empty at the head
     */
    public List<StoredEvent> readStored(long from, int countMax) {
        return pages.read(Math.max(0, from), commits.count(), countMax);
    }

    /**
     * Events of one stream in order, undeserialised.
     *
     * @param firstSequence the first wanted
     * @return at most countMax; empty at the stream's end
     */
    public List<StoredDomainEvent> readStoredOf(String streamId, long firstSequence, int countMax) {
        return streams.read(streamId, firstSequence, countMax);
    }

    /** Where the store is kept. */
    public Path directory() {
        return database.directory;
    }

    @Override
    public IntegrityReport verifyStore(Progress progress) {
        return new IntegrityWalk(database, pages, beginnings, commits.count(), progress).walk();
    }

    /** The mark is written last and counts no more than the copy holds: it was read before the copy was made. */
    @Override
    public void copyTo(Path directory) {
        long acknowledged = commits.count();
        database.copyTo(directory);
        try (AcknowledgedMark copied = AcknowledgedMark.open(directory)) {
            copied.write(acknowledged);
        }
    }

    @Override
    public Optional<Long> lastSequenceNumberFor(String aggregateIdentifier) {
        return streams.lastSequence(aggregateIdentifier);
    }

    @Override
    public @Nullable TrackingToken createTailToken() {
        return commits.count() == 0 ? null : new GlobalSequenceTrackingToken(-1);
    }

    @Override
    public @Nullable TrackingToken createHeadToken() {
        long count = commits.count();
        return count == 0 ? null : new GlobalSequenceTrackingToken(count - 1);
    }

    @Override
    public @Nullable TrackingToken createTokenAt(Instant dateTime) {
        long count = commits.count();
        return count == 0
                ? null
                : new GlobalSequenceTrackingToken(
                        times.firstAtOrAfter(dateTime, count).orElse(count) - 1);
    }

    @Override
    protected void appendEvents(List<? extends EventMessage<?>> events, Serializer serializer) {
        append(events, serializer);
    }

    @Override
    protected void storeSnapshot(DomainEventMessage<?> snapshot, Serializer serializer) {
        commits.perform(new SnapshotPut(
                snapshot.getAggregateIdentifier(),
                snapshot.getSequenceNumber(),
                EventEnvelope.of(snapshot, serializer)));
    }

    @Override
    protected Stream<? extends DomainEventData<?>> readSnapshotData(String aggregateIdentifier) {
        return snapshots.newest(aggregateIdentifier).stream();
    }

    @Override
    protected List<? extends TrackedEventData<?>> fetchTrackedEvents(@Nullable TrackingToken lastToken, int batchSize) {
        return readStored(positionAfter(lastToken), batchSize);
    }

    @Override
    protected List<? extends DomainEventData<?>> fetchDomainEvents(
            String aggregateIdentifier, long firstSequenceNumber, int batchSize) {
        return streams.read(aggregateIdentifier, firstSequenceNumber, batchSize);
    }

    @Override
    public void close() {
        commits.close();
        database.close();
        mark.close();
        lock.close();
    }

    private long append(List<? extends EventMessage<?>> events, Serializer serializer) {
        if (events.isEmpty()) {
            return commits.count();
        }
        try {
            Append append = Append.of(events, serializer);
            commits.perform(append);
            return append.firstPosition();
        } catch (StreamConflict conflict) {
            handlePersistenceException(conflict, conflict.event());
            throw conflict;
        }
    }

    private static long positionAfter(@Nullable TrackingToken token) {
        if (token == null) {
            return 0;
        }
        return WrappedToken.unwrap(token, GlobalSequenceTrackingToken.class)
                .map(position -> position.getGlobalIndex() + 1)
                .orElseThrow(() -> new IllegalArgumentException(
                        "A position in this event store is a GlobalSequenceTrackingToken, not " + token));
    }

    private void demandIndexed(StoredEvent event) {
        if (event instanceof StoredDomainEvent domain
                && streams.position(domain.getAggregateIdentifier(), domain.getSequenceNumber()) != event.position()) {
            throw new CorruptStoreException(
                    database.directory,
                    "the index of stream " + domain.getAggregateIdentifier()
                            + " does not lead to its event at position " + event.position());
        }
    }

    /** Where the engine keeps its files, how it writes events down, and how much memory it may use. */
    public static final class Builder extends BatchingEventStorageEngine.Builder {
        private static final long BLOCK_CACHE_BYTES_DEFAULT = 128L * 1024 * 1024;
        private static final int PAGE_EVENTS_DEFAULT = 1_000;

        private @Nullable Path directory;
        private long blockCacheBytes = BLOCK_CACHE_BYTES_DEFAULT;
        private long memtableBytes = StoreOptions.MEMTABLE_BYTES_DEFAULT;

        private Builder() {
            batchSize(PAGE_EVENTS_DEFAULT);
            persistenceExceptionResolver(StreamConflict.class::isInstance);
        }

        /** The directory of the store; it is made if it is not there. */
        public Builder directory(Path directory) {
            this.directory = directory;
            return this;
        }

        /** How many bytes of read blocks to keep in memory, 128 MiB unless said otherwise. */
        public Builder blockCacheBytes(long blockCacheBytes) {
            this.blockCacheBytes = blockCacheBytes;
            return this;
        }

        /** Small for tests, so that files come and go while they run. */
        Builder memtableBytes(long memtableBytes) {
            this.memtableBytes = memtableBytes;
            return this;
        }

        @Override
        public Builder eventSerializer(Serializer eventSerializer) {
            super.eventSerializer(eventSerializer);
            return this;
        }

        @Override
        public Builder snapshotSerializer(Serializer snapshotSerializer) {
            super.snapshotSerializer(snapshotSerializer);
            return this;
        }

        @Override
        public Builder upcasterChain(EventUpcaster upcasterChain) {
            super.upcasterChain(upcasterChain);
            return this;
        }

        @Override
        public Builder snapshotFilter(SnapshotFilter snapshotFilter) {
            super.snapshotFilter(snapshotFilter);
            return this;
        }

        @Override
        public Builder batchSize(int batchSize) {
            super.batchSize(batchSize);
            return this;
        }

        /**
         * Opens the store, recovering what a crash may have left.
         *
         * @throws kz.legality.command.store.DataDirectoryInUse when somebody else has the directory
         * @throws CorruptStoreException when anything acknowledged cannot be read; the files stay as they were
         */
        public RocksEventStorageEngine open() {
            return new RocksEventStorageEngine(this);
        }
    }
}
