package kz.legality.command.intake;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import kz.legality.command.intake.Progress.Phase;
import kz.legality.command.intake.ReadAhead.Prepared;
import kz.legality.event.Source;
import kz.legality.identifier.FileHash;
import kz.legality.policy.Policies;
import kz.legality.secrecy.Pseudonyms;
import kz.legality.sourcefile.FileEvent.FileReceived;
import kz.legality.sourcefile.FileEvent.FileRefused;
import kz.legality.sourcefile.FileEvent.ObservationsExpired;
import kz.legality.sourcefile.FileKind;
import kz.legality.sourcefile.SourceFile;
import kz.legality.sourcefile.SourceFile.State;
import org.axonframework.eventsourcing.eventstore.EventStore;

/**
 * Takes in files. A file is named by the SHA-256 of its bytes: sent again it changes nothing, and one that was interrupted
 * goes on after the last row that was recorded. Safe for many threads; the same file twice at once is recorded once.
 *
 * <p>It is read three times: to take its hash, to see that all of it can be taken as its kind, and to record its rows. So
 * a file that is torn in its last byte is refused before its first row is recorded.
 */
public final class Intake {
    /** What they say of a device may make something of days on which it was seen before. */
    private static final Set<FileKind> ASKING_THE_ARCHIVE = Set.of(
            FileKind.CUSTOMS_EXPORTS,
            // These say which IMEIs are of one device.
            FileKind.CUSTOMS_IMPORTS,
            FileKind.PERSONAL_DECLARATIONS,
            FileKind.BLOCKS,
            FileKind.STOLEN_LIST,
            FileKind.BARRED_LIST,
            FileKind.BARRED_TAC_LIST);

    private final EventStore eventStore;
    private final BulkSeal seal;
    private final Pseudonyms pseudonyms;
    private final Policies policies;
    private final Clock clock;
    private final Streams streams;
    private final Observations observations;
    private final Lists lists;
    private final Map<FileKind, Lock> oneOfAList = new EnumMap<>(FileKind.class);
    private final OneAtATime oneAtATime = new OneAtATime();

    public Intake(EventStore eventStore, BulkSeal seal, Pseudonyms pseudonyms, Policies policies) {
        this(eventStore, seal, pseudonyms, policies, Clock.systemUTC());
    }

    /**
     * @param observations the archive of what operators saw
     * @param lists what stands on lists
     */
    public Intake(
            EventStore eventStore,
            BulkSeal seal,
            Pseudonyms pseudonyms,
            Policies policies,
            Clock clock,
            Observations observations,
            Lists lists) {
        this.eventStore = eventStore;
        this.seal = seal;
        this.pseudonyms = pseudonyms;
        this.policies = policies;
        this.clock = clock;
        this.streams = new Streams(eventStore);
        this.observations = observations;
        this.lists = lists;
        for (FileKind kind : FileKind.values()) {
            oneOfAList.put(kind, new ReentrantLock());
        }
    }

    /** @param clock of the ledger: when something was recorded */
    public Intake(EventStore eventStore, BulkSeal seal, Pseudonyms pseudonyms, Policies policies, Clock clock) {
        this(eventStore, seal, pseudonyms, policies, clock, Observations.NONE, Lists.NONE);
    }

    /**
     * Takes in one file; when this returns everything it led to is stored. A file that cannot be taken is no exception:
     * its receipt says why it was refused. A file of which some rows are recorded goes on as the kind it was begun as.
     *
     * @param name as its sender calls it
     * @param path where it lies, and is left alone until this returns
     * @throws IOException when it cannot be read from there
     */
    public Receipt receive(FileKind kind, String name, String sender, Path path, Progress progress) throws IOException {
        SentFile sent = SentFile.at(path, progress);
        return oneAtATime.with(sent.hash(), () -> receive(kind, name, sender, sent, progress));
    }

    /** The receipt of a file that was sent before, however far it has come. */
    public Optional<Receipt> receiptOf(FileHash file) {
        SourceFile known = streams.file(file);
        return known.state() == State.UNSEEN ? Optional.empty() : Optional.of(Receipt.of(file, known, true));
    }

    /** The rows of a file that still wait to be mended; empty when no such file was received. */
    public Optional<Quarantine> quarantineOf(FileHash file) {
        return streams.received(file).map(received -> new Quarantine(received, eventStore));
    }

    /** Says that rows of an archived file are no longer kept. Whoever deletes them does so after this. */
    public void observationsExpired(FileHash file, List<String> parts) throws IOException {
        oneAtATime.with(file, () -> {
            Append append = new Append(clock.instant());
            append.add(
                    new ObservationsExpired(
                            file,
                            append.recordedAt(),
                            new Source.Rule("WhenObservationsAreOldThenTheyAreDeleted"),
                            parts,
                            policies.now().version()),
                    streams.file(file).nextSequence());
            eventStore.publish(append.messages());
            return file;
        });
    }

    private Receipt receive(FileKind kind, String name, String sender, SentFile sent, Progress progress)
            throws IOException {
        Recording recording = new Recording(eventStore, seal, pseudonyms, policies, clock, sent);
        SourceFile before = recording.file();
        if (before.state() == State.COMPLETED) {
            return Receipt.of(sent.hash(), before, true);
        }
        FileKind as = before.state() == State.RECORDING ? Objects.requireNonNull(before.kind()) : kind;
        if (as == FileKind.OPERATOR) {
            return receiveObservations(name, sender, sent, recording);
        }
        if (!as.isList()) {
            return receiveRows(as, name, sender, sent, recording, progress);
        }
        // Two files of one list at once would each be checked against a list that the other is changing.
        Lock list = Objects.requireNonNull(oneOfAList.get(as));
        list.lock();
        try {
            return receiveRows(as, name, sender, sent, recording, progress);
        } finally {
            list.unlock();
        }
    }

    private Receipt receiveRows(
            FileKind kind, String name, String sender, SentFile sent, Recording recording, Progress progress)
            throws IOException {
        if (recording.file().state() != State.RECORDING) {
            try {
                Header header = check(sent, form(kind, clock.instant(), sender), progress);
                if (kind.isList()) {
                    requireFitting(kind, sender, sent);
                }
                recording.begin((source, at) ->
                        new FileReceived(sent.hash(), at, source, kind, name, sender, sent.bytes(), header.names()));
            } catch (Unreadable refused) {
                return refuse(refused, kind, name, sender, sent, recording);
            }
        }
        record(sent, recording, progress);
        if (kind.isList()) {
            end(sent, recording);
        }
        if (ASKING_THE_ARCHIVE.contains(kind)) {
            recording.judged(observations.knownBefore(sent.hash()));
        }
        // A catalogue that repeats what is known changes nothing.
        if (kind == FileKind.GSMA_TAC && recording.file().events() > 0) {
            recording.judged(observations.provenByCatalogue(sent.hash()));
        }
        recording.complete();
        return Receipt.of(sent.hash(), recording.file(), false);
    }

    private void requireFitting(FileKind list, String sender, SentFile sent) throws IOException {
        try (ListReading reading = ListReading.of(sent, listForm(list, clock.instant(), sender), lists)) {
            reading.require();
        }
    }

    /** A crash in it leaves entries in force that the list has no more; the file, sent again, ends the rest of them. */
    private void end(SentFile sent, Recording recording) throws IOException {
        FileReceived received = streams.received(sent.hash()).orElseThrow();
        ListRow form = listForm(received.kind(), received.occurredAt(), received.sender());
        try (ListReading reading = ListReading.of(sent, form, lists)) {
            Source whole = new Source.FileRow(sent.hash(), 0);
            recording.ended(reading.ended().stream()
                    .map(entry -> entry.ending(received.occurredAt(), whole, received.sender()))
                    .toList());
        }
    }

    /** Its rows are no events. A crash after they are archived leaves the archive to be asked again, which adds nothing twice. */
    private Receipt receiveObservations(String name, String sender, SentFile sent, Recording recording)
            throws IOException {
        if (recording.file().state() != State.RECORDING) {
            try {
                Observations.Archived archived = observations.take(sent.hash(), name, sent.path(), clock.instant());
                recording.archived(name, sender, archived);
            } catch (Observations.NotTaken refused) {
                return refuse(
                        new Unreadable(String.valueOf(refused.getMessage())),
                        FileKind.OPERATOR,
                        name,
                        sender,
                        sent,
                        recording);
            }
        }
        recording.judged(observations.provenBy(sent.hash()));
        recording.complete();
        return Receipt.of(sent.hash(), recording.file(), false);
    }

    private Receipt refuse(
            Unreadable refused, FileKind kind, String name, String sender, SentFile sent, Recording recording)
            throws IOException {
        SourceFile before = recording.file();
        String reason = String.valueOf(refused.getMessage());
        if (before.kind() == kind && reason.equals(before.refusal())) {
            return Receipt.of(sent.hash(), before, true);
        }
        recording.begin(
                (source, at) -> new FileRefused(sent.hash(), at, source, kind, name, sender, sent.bytes(), reason));
        return Receipt.of(sent.hash(), recording.file(), false);
    }

    /** Reads all of it without recording anything. */
    private static Header check(SentFile sent, RowForm form, Progress progress) throws IOException {
        try (CsvRows rows = CsvRows.of(sent, form)) {
            Header header = Header.of(rows, form);
            for (CsvRow row = rows.next(); row != null; row = rows.next()) {
                if (row.number() % Batch.ROWS == 0) {
                    progress.at(Phase.CHECKING, row.number(), sent.bytesRead(), sent.bytes());
                }
            }
            return header;
        }
    }

    private void record(SentFile sent, Recording recording, Progress progress) throws IOException {
        FileReceived received = streams.received(sent.hash()).orElseThrow();
        RowForm form = form(received.kind(), received.occurredAt(), received.sender());
        BatchReader reader =
                new BatchReader(sent, form, pseudonyms, recording.file().rows());
        try (ReadAhead ahead = new ReadAhead(reader, recording::streamsAhead)) {
            for (Optional<Prepared> next = ahead.next(); next.isPresent(); next = ahead.next()) {
                Batch batch = next.get().batch();
                recording.record(batch, next.get().streams());
                progress.at(Phase.RECORDING, batch.toRow(), batch.bytesRead(), sent.bytes());
            }
        }
    }

    private RowForm form(FileKind kind, Instant receivedAt, String sender) {
        return RowForm.of(kind, policies.now().zone(), pseudonyms, receivedAt, sender);
    }

    private ListRow listForm(FileKind list, Instant receivedAt, String sender) {
        return RowForm.ofList(list, policies.now().zone(), pseudonyms, new ListRow.Received(receivedAt, sender));
    }
}
