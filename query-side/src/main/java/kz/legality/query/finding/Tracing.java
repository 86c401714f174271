package kz.legality.query.finding;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import kz.legality.event.LedgerEvent;
import kz.legality.policy.Policies;
import kz.legality.policy.Policy;
import kz.legality.query.finding.Scanning.Seen;
import kz.legality.query.projection.Progress;
import kz.legality.query.projection.SortKeys;
import kz.legality.query.store.ReadStore;
import kz.legality.query.store.Selection;
import kz.legality.query.tac.Catalogue;
import kz.legality.rule.RuleBook;
import kz.legality.rule.RuleTerms;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.StreamableMessageSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the findings in agreement with the facts, in whatever order those come: what an event touches is judged again
 * by the rules, and what they say is compared with what the streams say they found. One ordered consumer.
 *
 * <p>A crash anywhere leaves findings that were raised and are not yet in the views, or views that hold what will be
 * overwritten; the position stands before them, the same events are judged again, and what was raised is not raised
 * twice, since the streams themselves are what is compared with.
 */
public final class Tracing implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Tracing.class);
    /** Raised when the documents, or a threshold that no policy sets, change: then all is judged anew. */
    private static final int FORM = 5;

    private static final int STRETCH_EVENTS = 2_000;
    /** What is marked is held in memory until it is judged. */
    private static final int MARKS_MAX = 400_000;

    private static final int AVAILABLE_MILLIS = 1_000;
    private static final int LOOK_AGAIN_MILLIS = 200;
    private static final int AFTER_FAILURE_MILLIS = 5_000;

    private final ReadStore store;
    private final StreamableMessageSource<TrackedEventMessage<?>> events;
    private final CaseStreams streams;
    private final Policies policies;
    private final Clock clock;
    private final LongConsumer awaitViews;
    private final ReentrantLock turn = new ReentrantLock();
    private volatile boolean running;
    private volatile Thread thread = Thread.currentThread();

    /** @param awaitViews returns when the views of devices and models have seen the position */
    public Tracing(
            ReadStore store,
            StreamableMessageSource<TrackedEventMessage<?>> events,
            CaseStreams streams,
            Policies policies,
            Clock clock,
            LongConsumer awaitViews) {
        this.store = store;
        this.events = events;
        this.streams = streams;
        this.policies = policies;
        this.clock = clock;
        this.awaitViews = awaitViews;
    }

    /** The last event whose consequences are all recorded; -1 before the first. */
    public long position() {
        return Book.positionIn(store);
    }

    private long head() {
        TrackingToken head = events.createHeadToken();
        return head == null ? -1 : head.position().orElse(-1);
    }

    /** Judges everything up to what is now the newest event, and what time alone has changed. */
    public void catchUp(Consumer<Progress> progress) {
        turn.lock();
        try {
            Policy policy = policies.now();
            RuleTerms terms = RuleTerms.of(policy);
            ZoneId zone = policy.zone();
            String policyVersion = policy.version();
            RuleBook rules = RuleBook.of(terms);
            Book book = new Book(store, FORM + " " + policyVersion + " " + rules.revision());
            Catalogue catalogue = new Catalogue(store);
            Models models = new Models(catalogue);
            Judging judging = new Judging(book, streams, models, rules, terms, policyVersion, zone, clock);
            Scanning scanning = new Scanning(book, streams, models, zone);
            long head = head();
            long began = book.position();
            while (book.position() < head) {
                awaitViews.accept(head);
                Marks marks = new Marks();
                long last = scan(
                        book, scanning, head, marks, at -> progress.accept(new Progress(at - began, head - at, 0)));
                judging.judge(marks);
                book.commitAt(last);
            }
            overdue(judging);
        } finally {
            turn.unlock();
        }
    }

    private long scan(Book book, Scanning scanning, long head, Marks marks, LongConsumer progress) {
        long last = book.position();
        try (BlockingStream<TrackedEventMessage<?>> stream =
                events.openStream(last < 0 ? null : new GlobalSequenceTrackingToken(last))) {
            while (last < head && marks.size() < MARKS_MAX) {
                List<Seen> stretch = new ArrayList<>(STRETCH_EVENTS);
                while (stretch.size() < STRETCH_EVENTS
                        && last < head
                        && stream.hasNextAvailable(AVAILABLE_MILLIS, TimeUnit.MILLISECONDS)) {
                    TrackedEventMessage<?> message = stream.nextAvailable();
                    last = message.trackingToken().position().orElseThrow();
                    if (message instanceof DomainEventMessage<?> inStream
                            && message.getPayload() instanceof LedgerEvent event) {
                        stretch.add(
                                new Seen(last, inStream.getAggregateIdentifier(), inStream.getSequenceNumber(), event));
                    }
                }
                scanning.scan(stretch, marks);
                progress.accept(last);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("tracing was told to stop", e);
        }
        return last;
    }

    /** Goods whose exit has become overdue since it was last looked at. */
    private void overdue(Judging judging) {
        Marks marks = new Marks();
        Instant now = clock.instant();
        store.scan(
                Selection.by(Docs.EXPORTED, Docs.BY_DUE).endingBefore(SortKeys.of(now)),
                row -> marks.devices.add(Scanning.imeiOf(row)));
        if (!marks.devices.isEmpty()) {
            judging.judge(marks);
        }
    }

    /** Judges in the background until {@link #close}. */
    public synchronized void start() {
        if (running) {
            return;
        }
        running = true;
        thread = Thread.ofPlatform().name("tracing").daemon().start(this::keepUp);
    }

    private void keepUp() {
        String reason = "";
        while (running) {
            try {
                if (head() > position()) {
                    catchUp(step -> {});
                }
                if (!reason.isEmpty()) {
                    LOG.info("Tracing goes on");
                    reason = "";
                }
                Thread.sleep(LOOK_AGAIN_MILLIS);
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException failed) {
                // Told once, not at every try: a store that is away for an hour is one piece of news.
                if (running && !failed.toString().equals(reason)) {
                    LOG.error(
                            "Tracing stands still; it is tried again every {} s", AFTER_FAILURE_MILLIS / 1000, failed);
                    reason = failed.toString();
                }
                pause();
            }
        }
    }

    private void pause() {
        try {
            Thread.sleep(AFTER_FAILURE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Returns when nothing is being judged any more. */
    @Override
    public void close() {
        boolean was = running;
        running = false;
        if (was) {
            turn.lock();
            try {
                thread.interrupt();
            } finally {
                turn.unlock();
            }
        }
    }
}
