package kz.legality.query.projection;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import kz.legality.query.store.ReadStore;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingEventProcessor;
import org.axonframework.eventhandling.TrackingEventProcessorConfiguration;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.messaging.StreamableMessageSource;
import org.axonframework.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the views up to date, and says how far they are. One segment, because the order of positions matters; while the
 * read store does not answer, it is tried again after 1, 2, 4 ... 60 s, and the views stand still.
 */
public final class Projections implements AutoCloseable {
    public static final String PROCESSOR = "views";
    public static final int BATCH_EVENTS_MAX = 5_000;

    private static final int SEGMENT = 0;
    /** Also how long stopping waits for an idle processor. */
    private static final int IDLE_MILLIS = 100;

    private static final long CLAIM_INTERVAL_MILLIS = 1_000;
    private static final long LOOK_AGAIN_NANOS = TimeUnit.MILLISECONDS.toNanos(50);
    private static final long PROGRESS_NANOS = TimeUnit.MILLISECONDS.toNanos(250);
    private static final Duration STALLED_AFTER = Duration.ofSeconds(30);

    private final List<View> views;
    private final ReadStore store;
    private final StreamableMessageSource<TrackedEventMessage<?>> events;
    private final TokenStore tokens;
    private final Projector projector;
    private final AtomicLong eventsDone = new AtomicLong();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition advanced = lock.newCondition();
    private volatile TrackingEventProcessor processor;

    /**
     * @param tokens keeps its tokens in {@code store}, so that they are written with the views
     * @param serializer the one the events were stored with
     */
    public Projections(
            List<View> views,
            ReadStore store,
            StreamableMessageSource<TrackedEventMessage<?>> events,
            TokenStore tokens,
            Serializer serializer) {
        this.views = List.copyOf(views);
        this.store = store;
        this.events = events;
        this.tokens = tokens;
        this.projector = new Projector(views, store, serializer, this::committed);
        this.processor = newProcessor();
    }

    /**
     * One for each start: a processor of Axon 4 that is told to stop while its worker is still to begin keeps that
     * worker's thread as taken, and started again would never project.
     */
    private TrackingEventProcessor newProcessor() {
        return TrackingEventProcessor.builder()
                .name(PROCESSOR)
                .eventHandlerInvoker(projector)
                .messageSource(new ResumingSource(events, projector))
                .tokenStore(tokens)
                .transactionManager(NoTransactionManager.instance())
                .trackingEventProcessorConfiguration(TrackingEventProcessorConfiguration.forSingleThreadedProcessing()
                        .andBatchSize(BATCH_EVENTS_MAX)
                        .andEventAvailabilityTimeout(IDLE_MILLIS, TimeUnit.MILLISECONDS)
                        .andTokenClaimInterval(CLAIM_INTERVAL_MILLIS, TimeUnit.MILLISECONDS))
                .build();
    }

    /** From now on it hears every commit of this process; to be called before {@link #start}. */
    public void listen(CommitListener listener) {
        projector.listen(listener);
    }

    /** Projects in the background until {@link #stop}; nothing when it does already. */
    public synchronized void start() {
        if (!processor.isRunning()) {
            processor = newProcessor();
            processor.start();
        }
    }

    /** Returns when nothing is being written any more. */
    public synchronized void stop() {
        processor.shutDown();
    }

    public boolean isRunning() {
        return processor.isRunning();
    }

    /** The last event that every view has seen, by what is on disk; -1 when one has seen none. */
    public long position() {
        var states = store.getAll(ViewState.VIEW, views.stream().map(View::name).toList());
        return states.size() < views.size()
                ? -1
                : states.values().stream()
                        .mapToLong(it -> ViewState.of(it).position())
                        .min()
                        .orElse(-1);
    }

    /** The newest event there is; -1 when there is none. */
    public long headPosition() {
        TrackingToken head = events.createHeadToken();
        return head == null ? -1 : head.position().orElse(-1);
    }

    /** How far each view has come, and how many events it has parked; a view that has seen none is left out. */
    public List<ViewState> states() {
        return store.getAll(ViewState.VIEW, views.stream().map(View::name).toList()).values().stream()
                .map(ViewState::of)
                .toList();
    }

    /** The events a view could not apply, the first ones of each stream first; at most {@code limit} of them. */
    public List<Parked> parked(String view, int limit) {
        return store.page(Parked.by(view), null, limit).documents().stream()
                .map(Parked::of)
                .toList();
    }

    /**
     * Waits until every view has seen the event at {@code position}.
     *
     * @return false when the time was up before
     */
    public boolean awaitPosition(long position, Duration timeout) {
        long deadline = System.nanoTime() + timeout.toNanos();
        long left = timeout.toNanos();
        while (position() < position) {
            if (left <= 0) {
                return false;
            }
            sleepUntilAdvanced(Math.min(left, LOOK_AGAIN_NANOS));
            left = deadline - System.nanoTime();
        }
        return true;
    }

    /** Waits until every view has seen what is now the newest event; false when the time was up before. */
    public boolean caughtUp(Duration timeout) {
        return awaitPosition(headPosition(), timeout);
    }

    /**
     * Projects everything up to what is now the newest event and returns; starts the processor for that time when it is
     * not running.
     *
     * @throws ProjectionStalledException when nothing moves for 30 s: the read store fails, or another ledger projects
     */
    public void catchUp(Consumer<Progress> progress) {
        long head = headPosition();
        if (needsNothing(head)) {
            return;
        }
        boolean wasRunning = isRunning();
        start();
        try {
            follow(head, progress);
        } finally {
            if (!wasRunning) {
                stop();
            }
        }
    }

    /**
     * Rebuilds views from the first event; the others stand still meanwhile and come to no harm. What the views had
     * parked is tried again.
     *
     * @throws IllegalArgumentException when there is no such view
     * @throws org.axonframework.eventhandling.tokenstore.UnableToClaimTokenException when another ledger is projecting
     *     into this read store
     */
    public void replay(Collection<String> names, Consumer<Progress> progress) {
        Set<String> known = Set.copyOf(views.stream().map(View::name).toList());
        for (String name : names) {
            if (!known.contains(name)) {
                throw new IllegalArgumentException("there is no view '" + name + "'; there are "
                        + String.join(", ", known.stream().sorted().toList()));
            }
        }
        boolean wasRunning = isRunning();
        stop();
        forget(names);
        try {
            catchUp(progress);
        } finally {
            if (wasRunning) {
                start();
            }
        }
    }

    /** Views that are kept under another revision than they have now; the processor rebuilds those when it starts. */
    public List<String> outdated() {
        Map<String, String> kept = states().stream().collect(Collectors.toMap(ViewState::view, ViewState::revision));
        return views.stream()
                .filter(view ->
                        kept.containsKey(view.name()) && !view.revision().equals(kept.get(view.name())))
                .map(View::name)
                .toList();
    }

    /** Under the claim, so that no other ledger writes a position of a view that is being forgotten. */
    private void forget(Collection<String> names) {
        if (tokens.fetchSegments(PROCESSOR).length == 0) {
            return;
        }
        tokens.fetchToken(PROCESSOR, SEGMENT);
        try {
            names.forEach(projector::forget);
        } finally {
            tokens.releaseClaim(PROCESSOR, SEGMENT);
        }
    }

    /** A view of an older revision is to be rebuilt even where there is no new event. */
    private boolean needsNothing(long head) {
        List<ViewState> states = states();
        return position() >= head
                && views.stream()
                        .allMatch(view -> head < 0
                                || states.stream()
                                        .anyMatch(state -> state.view().equals(view.name())
                                                && state.revision().equals(view.revision())));
    }

    private void follow(long head, Consumer<Progress> progress) {
        long began = System.nanoTime();
        long doneBefore = eventsDone.get();
        long lastDone = -1;
        long lastMoved = began;
        long nextReport = began;
        boolean there = false;
        while (!there) {
            there = needsNothing(head);
            long now = System.nanoTime();
            long done = eventsDone.get() - doneBefore;
            if (done != lastDone) {
                lastDone = done;
                lastMoved = now;
            }
            if (there || now >= nextReport) {
                double seconds = Math.max(1, now - began) / 1e9;
                progress.accept(new Progress(done, there ? 0 : Math.max(0, head - position()), done / seconds));
                nextReport = now + PROGRESS_NANOS;
            }
            if (!there && now - lastMoved > STALLED_AFTER.toNanos()) {
                throw new ProjectionStalledException(position(), head, error());
            }
            if (!there) {
                sleepUntilAdvanced(LOOK_AGAIN_NANOS);
            }
        }
    }

    /** What keeps the processor from going on; null while nothing does. */
    public @Nullable Throwable error() {
        return processor.processingStatus().values().stream()
                .filter(EventTrackerStatus::isErrorState)
                .map(EventTrackerStatus::getError)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** How many events were projected since this was made; replayed ones count again. */
    public long eventsDone() {
        return eventsDone.get();
    }

    private void committed(long events) {
        eventsDone.addAndGet(events);
        lock.lock();
        try {
            advanced.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Also wakes by itself: another process may be the one that projects. */
    private void sleepUntilAdvanced(long nanos) {
        lock.lock();
        try {
            advanced.awaitNanos(nanos);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for the views", e);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        stop();
    }
}
