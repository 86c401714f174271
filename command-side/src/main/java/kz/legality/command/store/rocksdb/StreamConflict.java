package kz.legality.command.store.rocksdb;

import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;

/** An append that does not continue its stream where the stream ends, or that names an event twice. */
final class StreamConflict extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient EventMessage<?> event;

    StreamConflict(DomainEventMessage<?> event, String where) {
        this("stream " + event.getAggregateIdentifier() + " " + where, event);
    }

    private StreamConflict(String what, EventMessage<?> event) {
        super(what, null, false, false);
        this.event = event;
    }

    static StreamConflict ofId(EventMessage<?> event) {
        return new StreamConflict("the event id " + event.getIdentifier() + " stands twice in one append", event);
    }

    /** The event that found its place or its id taken, or the place before it empty. */
    EventMessage<?> event() {
        return event;
    }
}
