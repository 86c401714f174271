package kz.legality.command.intake;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.BiFunction;
import kz.legality.command.intake.Observations.Archived;
import kz.legality.command.intake.RowReading.Flawed;
import kz.legality.command.intake.RowReading.Readable;
import kz.legality.event.LedgerEvent;
import kz.legality.event.Source;
import kz.legality.policy.Policies;
import kz.legality.secrecy.EventSeal;
import kz.legality.secrecy.Pseudonyms;
import kz.legality.secrecy.Subject;
import kz.legality.secrecy.SubjectForgotten;
import kz.legality.sourcefile.FileEvent;
import kz.legality.sourcefile.FileEvent.QuarantinedRow;
import kz.legality.sourcefile.SourceFile;
import kz.legality.sourcefile.SourceFile.State;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;

/**
 * One file on its way into the ledger. Every append is decided on what the store holds and is refused by the store where
 * that is no longer so; then it is decided again. Whatever the last append was when the power fails, the file's stream
 * says which row comes next.
 */
final class Recording {
    /** In each attempt that fails somebody else's succeeds; this many in a row mean that something is broken. */
    private static final int ATTEMPTS_MAX = 100;

    private static final int PAUSE_MILLIS_MAX = 20;

    private final EventStore store;
    private final BulkSeal seal;
    private final Pseudonyms pseudonyms;
    private final Policies policies;
    private final Clock clock;
    private final Streams streams;
    private final OpenRows openRows;
    private final RecentlyTouched touched = new RecentlyTouched();
    private final SentFile sent;
    private SourceFile file;
    private volatile long storedTo;

    Recording(EventStore store, BulkSeal seal, Pseudonyms pseudonyms, Policies policies, Clock clock, SentFile sent) {
        this.store = store;
        this.seal = seal;
        this.pseudonyms = pseudonyms;
        this.policies = policies;
        this.clock = clock;
        this.streams = new Streams(store);
        this.openRows = new OpenRows(streams);
        this.sent = sent;
        this.file = streams.file(sent.hash());
        this.storedTo = file.rows();
    }

    SourceFile file() {
        return file;
    }

    /** Appends what this makes of the file's source and time, while the file is in none of the two later states. */
    void begin(BiFunction<Source, Instant, FileEvent> event) throws IOException {
        attempt(append -> {
            if (file.state() == State.RECORDING || file.state() == State.COMPLETED) {
                return file;
            }
            return after(event.apply(row(0), append.recordedAt()), append);
        });
    }

    /** The streams of a batch whose turn has not come. Called from the thread that reads ahead. */
    StreamsAhead streamsAhead(Batch batch) {
        return StreamsAhead.of(batch, streams, policies, storedTo);
    }

    void record(Batch batch, StreamsAhead ahead) throws IOException {
        Turn turn = new Turn(batch, ahead);
        while (true) {
            try {
                attempt(turn);
                touched.add(batch, turn.touched);
                storedTo = batch.toRow();
                return;
            } catch (SubjectForgotten forgotten) {
                turn.batch = withholding(turn.batch, forgotten);
                openRows.forget();
            }
        }
    }

    /** An operator's file that is in the archive: from here on it counts, and its rows are dealt with. */
    void archived(String name, String sender, Archived archived) throws IOException {
        attempt(append -> {
            if (file.state() == State.RECORDING || file.state() == State.COMPLETED) {
                return file;
            }
            SourceFile before = file;
            for (FileEvent event : ArchivedEvents.of(sent, name, sender, archived, append.recordedAt(), pseudonyms)) {
                append.add(event, before.nextSequence());
                before = before.after(event);
            }
            return before;
        });
    }

    /** What the archive of observations proves. */
    void judged(List<? extends LedgerEvent> facts) throws IOException {
        recordApart(
                facts, (at, count, events) -> new FileEvent.ObservationsJudged(sent.hash(), at, row(0), count, events));
    }

    /** Ends of entries that a whole list leaves out. */
    void ended(List<? extends LedgerEvent> ends) throws IOException {
        recordApart(ends, (at, count, events) -> new FileEvent.EntriesEnded(sent.hash(), at, row(0), count, events));
    }

    private interface Summary {
        FileEvent of(Instant recordedAt, long facts, long events);
    }

    /** Facts that no row states, each decided on its stream; those that were recorded before lead to nothing. */
    private void recordApart(List<? extends LedgerEvent> facts, Summary summary) throws IOException {
        for (int from = 0; from < facts.size(); from += Batch.ROWS) {
            List<? extends LedgerEvent> stretch = facts.subList(from, Math.min(facts.size(), from + Batch.ROWS));
            attempt(append -> {
                Map<String, FactStream> touchedNow = new HashMap<>();
                long events = 0;
                for (LedgerEvent fact : stretch) {
                    FactStream stream = touchedNow.computeIfAbsent(fact.stream(), unread -> streams.of(fact, policies));
                    long sequence = stream.nextSequence();
                    for (LedgerEvent event : stream.record(fact, append.recordedAt())) {
                        append.add(event, sequence++);
                        events++;
                    }
                }
                if (events == 0) {
                    return file;
                }
                return after(summary.of(append.recordedAt(), stretch.size(), events), append);
            });
        }
    }

    void complete() throws IOException {
        attempt(append -> file.state() == State.COMPLETED
                ? file
                : after(
                        new FileEvent.FileCompleted(sent.hash(), append.recordedAt(), row(file.rows()), file.rows()),
                        append));
    }

    private SourceFile after(FileEvent event, Append append) {
        append.add(event, file.nextSequence());
        return file.after(event);
    }

    /** The deciding of one append. */
    private interface Decider {
        SourceFile decide(Append append);
    }

    /** A batch whose turn it is. What was read ahead serves its first attempt: a second one means that it was stale. */
    private final class Turn implements Decider {
        private Batch batch;
        private StreamsAhead ahead;
        private Set<String> touched = Set.of();

        Turn(Batch batch, StreamsAhead ahead) {
            this.batch = batch;
            this.ahead = ahead;
        }

        @Override
        public SourceFile decide(Append append) {
            if (file.rows() >= batch.toRow()) {
                // Another process was sent the same file and was faster.
                return file;
            }
            if (file.rows() != batch.fromRow() - 1) {
                throw new IllegalStateException("row " + batch.fromRow() + " does not follow row " + file.rows());
            }
            StreamsAhead known = ahead;
            ahead = StreamsAhead.NONE;
            BatchDecision decision = new BatchDecision(
                    sent.hash(), file, batch, fact -> streamOf(fact, known), streams, policies, openRows, append);
            SourceFile after = decision.decide();
            touched = decision.touched();
            return after;
        }

        private FactStream streamOf(LedgerEvent fact, StreamsAhead known) {
            return known.unlessTouched(fact.stream(), Recording.this.touched)
                    .orElseGet(() -> streams.of(fact, policies));
        }
    }

    private void attempt(Decider decider) throws IOException {
        for (int attempt = 1; ; attempt++) {
            Append append = new Append(clock.instant());
            SourceFile after = decider.decide(append);
            try {
                if (!append.messages().isEmpty()) {
                    sent.requireUnchanged();
                    store.publish(seal.sealed(append.messages()));
                }
                file = after;
                return;
            } catch (RuntimeException e) {
                if (!isConflict(e) || attempt == ATTEMPTS_MAX) {
                    throw e;
                }
                pause();
                openRows.forget();
                file = streams.file(sent.hash());
            }
        }
    }

    /**
     * Nothing new may be stored about a person who was forgotten, not even in the quarantine: of his rows only their
     * numbers stay.
     */
    private Batch withholding(Batch batch, SubjectForgotten forgotten) {
        Subject subject = forgotten.subject();
        boolean[] found = {false};
        Batch rest = batch.with(row -> {
            if (row instanceof Readable readable
                    && readable.fact().source() instanceof Source.FileRow at
                    && EventSeal.subjectsOf(readable.fact()).contains(subject)) {
                found[0] = true;
                return new Flawed(new QuarantinedRow(
                        at.row(),
                        "",
                        "its person was forgotten; nothing new is recorded, and the row is not kept",
                        pseudonyms.unread("", Subject.unreadRowsOf(sent.hash()))));
            }
            return row;
        });
        if (!found[0]) {
            throw forgotten;
        }
        return rest;
    }

    private Source row(long row) {
        return new Source.FileRow(sent.hash(), row);
    }

    /** A stream that was continued by somebody else, or begun. */
    private static boolean isConflict(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof ConcurrencyException || cause instanceof AggregateStreamCreationException) {
                return true;
            }
        }
        return false;
    }

    private static void pause() throws IOException {
        try {
            Thread.sleep(ThreadLocalRandom.current().nextInt(PAUSE_MILLIS_MAX));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("the intake was told to stop");
        }
    }
}
