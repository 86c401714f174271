package kz.legality.launch;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import kz.legality.command.intake.Intake;
import kz.legality.command.intake.Lists;
import kz.legality.command.intake.Observations;
import kz.legality.command.secrecy.rocksdb.RocksSubjectKeys;
import kz.legality.device.DeviceEvent;
import kz.legality.event.LedgerEvent;
import kz.legality.identifier.FileHash;
import kz.legality.listing.ListEntry;
import kz.legality.observation.Detector;
import kz.legality.observation.Imported;
import kz.legality.observation.ListSitting;
import kz.legality.observation.Measure;
import kz.legality.observation.ObservationArchive;
import kz.legality.observation.ObservationsRefused;
import kz.legality.observation.StoredWord;
import kz.legality.policy.Policy;
import kz.legality.query.projection.EventsUntilNow;
import kz.legality.secrecy.Subject;
import kz.legality.sourcefile.FileKind;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The archive beside the ledger's events. It is opened when first asked: a look-up never waits for it. */
public final class OperatorObservations implements Observations, Lists, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(OperatorObservations.class);

    private final Path folder;
    private final EventStore events;
    private final Supplier<Policy> policy;
    private final RocksSubjectKeys keys;
    private @Nullable ObservationArchive opened;
    private boolean closed;

    OperatorObservations(Path folder, EventStore events, Supplier<Policy> policy, RocksSubjectKeys keys) {
        this.folder = folder;
        this.events = events;
        this.policy = policy;
        this.keys = keys;
    }

    @Override
    public Archived take(FileHash file, String name, Path sent, Instant now) throws IOException, NotTaken {
        try {
            LocalDate today = now.atZone(policy.get().zone()).toLocalDate();
            Imported it = current().take(file, name, sent, today);
            return new Archived(
                    it.operator(),
                    it.from(),
                    it.to(),
                    it.columns(),
                    it.rows(),
                    it.duplicates(),
                    it.malformed(),
                    it.quarantined().stream()
                            .map(row -> new Unread(row.row(), row.column(), row.reason(), row.cells()))
                            .toList(),
                    it.parts());
        } catch (ObservationsRefused refused) {
            throw new NotTaken(String.valueOf(refused.getMessage()));
        }
    }

    @Override
    public List<DeviceEvent.Fact> provenBy(FileHash observations) {
        return current().factsAfterObservations(observations);
    }

    @Override
    public List<DeviceEvent.Fact> knownBefore(FileHash customsOrBlocks) {
        return exists() ? current().factsAfterWordsOf(customsOrBlocks) : List.of();
    }

    @Override
    public List<DeviceEvent.Fact> provenByCatalogue(FileHash catalogue) {
        return exists() ? current().factsAfterCatalogue(catalogue) : List.of();
    }

    @Override
    public Sitting sit(FileKind list) {
        ListSitting sitting = current().sit(list);
        return new Sitting() {
            @Override
            public void add(long row, ListEntry entry, String change) {
                sitting.add(row, entry, change);
            }

            @Override
            public Optional<String> refusesChanges() {
                return sitting.refusesChanges();
            }

            @Override
            public Optional<String> refusesWhole() {
                return sitting.refusesWhole();
            }

            @Override
            public List<ListEntry> unnamed() {
                return sitting.unnamed();
            }

            @Override
            public void close() {
                sitting.close();
            }
        };
    }

    /** Hashes every file of the archive against the ledger. */
    public ObservationArchive.Verified verify() {
        return exists() ? current().verify() : new ObservationArchive.Verified(0, 0, List.of());
    }

    /**
     * Deletes rows about subscribers that were kept as long as the policy allows: first the ledger says so, then they go, and
     * with the key of their month every copy of them.
     *
     * @return how many files of the archive were deleted
     */
    public int expire(Intake intake, LocalDate today) throws IOException {
        if (!exists()) {
            return 0;
        }
        for (Map.Entry<FileHash, List<String>> old : current().tooOldOn(today).entrySet()) {
            intake.observationsExpired(old.getKey(), old.getValue());
        }
        int deleted = current().deleteExpired();
        Instant now = today.atStartOfDay(policy.get().zone()).toInstant();
        for (Subject month : current().keysOfExpiredMonths()) {
            keys.destroy(month, "WhenObservationsAreOldThenTheyAreDeleted", now);
        }
        return deleted;
    }

    /** What a detector finds in the whole archive. */
    public List<Measure> show(Detector detector, LocalDate from, LocalDate to) {
        return exists() ? current().show(detector, from, to) : List.of();
    }

    private boolean exists() {
        return folder.toFile().isDirectory();
    }

    /** Begins to open it, so that the first file of a server need not wait for that. */
    public void openAhead() {
        if (exists()) {
            Thread.ofPlatform().name("archive-opening").daemon().start(() -> {
                try {
                    current();
                } catch (RuntimeException failed) {
                    LOG.warn("the archive of observations could not be opened ahead: {}", failed.getMessage());
                }
            });
        }
    }

    /** The archive, knowing everything that is recorded now. */
    private synchronized ObservationArchive current() {
        if (closed) {
            throw new IllegalStateException("the ledger has been closed");
        }
        ObservationArchive archive = opened;
        if (archive == null) {
            archive = ObservationArchive.open(folder, policy.get(), keys);
            opened = archive;
        }
        try (EventsUntilNow unknown = EventsUntilNow.after(archive.followedTo(), events)) {
            archive.follow(new Words(unknown));
        }
        return archive;
    }

    /** Events as the archive takes them. */
    private record Words(Iterator<TrackedEventMessage<?>> events) implements Iterator<StoredWord> {
        @Override
        public boolean hasNext() {
            return events.hasNext();
        }

        @Override
        public StoredWord next() {
            TrackedEventMessage<?> message = events.next();
            long position = message.trackingToken().position().orElseThrow();
            long sequence = message instanceof DomainEventMessage<?> said ? said.getSequenceNumber() : 0;
            return new StoredWord(position, sequence, (LedgerEvent) message.getPayload());
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (opened != null) {
            opened.close();
            opened = null;
        }
    }
}
