package kz.legality.query.projection;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.LongConsumer;
import kz.legality.query.store.Document;
import kz.legality.query.store.ReadStore;
import kz.legality.query.store.WriteBatch;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventHandlerInvoker;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.Segment;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.serialization.Serializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes the events of one unit of work and makes of them one batch for the read store: every view's documents, how far
 * each view has come, and the processor's token. A crash anywhere leaves all of a batch or nothing of it, and every
 * view goes on from its own position; so going on after a crash, rebuilding one view and starting on an empty store are
 * the same thing.
 *
 * <p>One thread at a time: that of the processor which holds the claim.
 */
final class Projector implements EventHandlerInvoker {
    private static final Logger LOG = LoggerFactory.getLogger(Projector.class);
    private static final String EVENTS = Projector.class.getName() + ".events";
    private static final int UNPARKED_AT_ONCE = 1_000;

    private final List<View> views;
    private final ReadStore store;
    private final Serializer serializer;
    private final LongConsumer committed;
    private final CommitBehind commits;
    private final Map<String, ViewState> states = new LinkedHashMap<>();
    private final List<CommitListener> listeners = new CopyOnWriteArrayList<>();

    /** @param committed told the number of events in each batch once it is on disk */
    Projector(List<View> views, ReadStore store, Serializer serializer, LongConsumer committed) {
        this.views = List.copyOf(views);
        this.store = store;
        this.serializer = serializer;
        this.committed = committed;
        this.commits = new CommitBehind(store);
    }

    /**
     * Finds out where to go on: to be called by whoever has just claimed the token, before it reads. Empties the views
     * that have no position, or one of another revision.
     *
     * @return the last event that every view has seen; empty when one has seen none
     */
    OptionalLong begin() {
        commits.beginAgain();
        states.clear();
        for (View view : views) {
            ViewState state = stateOf(view.name());
            if (state != null && !state.revision().equals(view.revision())) {
                LOG.info("View {} is rebuilt: it was kept under revision {}", view.name(), state.revision());
                forget(view.name());
                state = null;
            }
            if (state == null) {
                empty(view.name());
            } else {
                states.put(view.name(), state);
            }
        }
        return states.size() < views.size()
                ? OptionalLong.empty()
                : states.values().stream().mapToLong(ViewState::position).min();
    }

    /** Makes the next {@link #begin} rebuild the view. A crash after it does no harm: what is kept is emptied then. */
    void forget(String view) {
        store.get(ViewState.VIEW, view)
                .ifPresent(it -> store.commit(new WriteBatch().delete(ViewState.VIEW, view, it.position() + 1)));
    }

    void listen(CommitListener listener) {
        listeners.add(listener);
    }

    private void empty(String view) {
        listeners.forEach(listener -> listener.emptied(view));
        store.clear(view);
        List<Document> parked;
        do {
            parked = store.page(Parked.by(view), null, UNPARKED_AT_ONCE).documents();
            WriteBatch batch = new WriteBatch();
            parked.forEach(it -> batch.delete(Parked.VIEW, it.key(), it.position() + 1));
            store.commit(batch);
        } while (!parked.isEmpty());
    }

    private @Nullable ViewState stateOf(String view) {
        return store.get(ViewState.VIEW, view).map(ViewState::of).orElse(null);
    }

    @Override
    public boolean canHandle(EventMessage<?> message, Segment segment) {
        return true;
    }

    @Override
    public void handle(EventMessage<?> message, Segment segment) {
        UnitOfWork<?> work = CurrentUnitOfWork.get().root();
        List<TrackedEventMessage<?>> events = work.getResource(EVENTS);
        if (events == null) {
            events = new ArrayList<>();
            work.resources().put(EVENTS, events);
            begin(work, events);
        }
        events.add((TrackedEventMessage<?>) message);
    }

    /** The batch is handed over between these two, with the token that the processor has put into it. */
    private void begin(UnitOfWork<?> work, List<TrackedEventMessage<?>> events) {
        WriteBatch batch = UnitOfWorkBatch.of(full -> commit(full, events));
        Map<String, ViewState> advanced = new LinkedHashMap<>();
        work.onPrepareCommit(preparing -> advanced.putAll(fold(events, batch)));
        work.afterCommit(done -> states.putAll(advanced));
        // The claim is about to be given up; a batch on its way still needs it.
        work.onRollback(failed -> commits.await());
    }

    /** While there is much to do, the next batch is made meanwhile; the last one is waited for. */
    private void commit(WriteBatch batch, List<TrackedEventMessage<?>> events) {
        int count = events.size();
        long last = positionOf(events.getLast());
        commits.hand(batch, listeners, () -> {
            listeners.forEach(listener -> listener.committed(batch, last));
            committed.accept(count);
        });
        if (count < Projections.BATCH_EVENTS_MAX) {
            commits.settle();
        }
    }

    /** @throws RuntimeException when a batch on its way has failed: to be called while there is nothing else to do */
    void complain() {
        commits.complain();
    }

    /** Returns when nothing is being written any more. */
    void await() {
        commits.await();
    }

    private Map<String, ViewState> fold(List<TrackedEventMessage<?>> messages, WriteBatch batch) {
        long last = positionOf(messages.getLast());
        List<Recorded> events = recorded(messages);
        Fold fold = new Fold(store, commits.underway(), batch);
        Map<String, ViewState> advanced = new LinkedHashMap<>();
        for (View view : views) {
            ViewState state = states.getOrDefault(view.name(), new ViewState(view.name(), view.revision(), -1, 0));
            if (state.position() < last) {
                List<Recorded> unseen = events.stream()
                        .filter(event -> event.position() > state.position() && view.takes(event.stream()))
                        .toList();
                List<Parked> parked = unseen.isEmpty() ? List.of() : fold.events(view, unseen);
                parked.forEach(it -> park(it, batch));
                ViewState next = state.advancedTo(last, parked.size());
                batch.put(ViewState.VIEW, next.document());
                advanced.put(view.name(), next);
            }
        }
        return advanced;
    }

    private List<Recorded> recorded(List<TrackedEventMessage<?>> messages) {
        List<Recorded> events = new ArrayList<>(messages.size());
        for (TrackedEventMessage<?> message : messages) {
            // What belongs to no stream is none of the ledger's events.
            if (message instanceof DomainEventMessage<?> inStream) {
                events.add(new Recorded(positionOf(message), inStream, serializer));
            }
        }
        return events;
    }

    private static void park(Parked parked, WriteBatch batch) {
        LOG.error(
                "View {} parked the event at position {} (stream {}, number {}): {}",
                parked.view(),
                parked.position(),
                parked.stream(),
                parked.sequence(),
                parked.error());
        batch.put(Parked.VIEW, parked.document());
    }

    private static long positionOf(TrackedEventMessage<?> message) {
        return Objects.requireNonNull(message.trackingToken(), "a tracked event has a token")
                .position()
                .orElseThrow(() -> new IllegalStateException("this event store does not number its events"));
    }
}
