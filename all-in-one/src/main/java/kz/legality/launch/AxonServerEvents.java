package kz.legality.launch;

import io.axoniq.axonserver.connector.ErrorCategory;
import java.util.List;
import kz.legality.command.storedform.OlderRevisions;
import org.axonframework.axonserver.connector.AxonServerConfiguration;
import org.axonframework.axonserver.connector.AxonServerConnectionManager;
import org.axonframework.axonserver.connector.event.axon.AxonServerEventStore;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.snapshotting.SnapshotFilter;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.serialization.Serializer;

/**
 * The event store of an Axon Server, which refuses in the same words and at the same moment as the embedded one. The
 * framework's own hands the server's refusal on as gRPC has it, and inside a unit of work only when that commits: nobody
 * would see that a stream was merely continued by another, and try again.
 */
final class AxonServerEvents extends AxonServerEventStore {
    /** What the server begins its message with when an event is not the next one of its stream. */
    private static final String CONFLICT = "[" + ErrorCategory.INVALID_EVENT_SEQUENCE.errorCode() + "]";

    private AxonServerEvents(Builder builder) {
        super(withEngine(builder));
    }

    static AxonServerEvents over(
            AxonServerConfiguration configuration, AxonServerConnectionManager connections, Serializer form) {
        return new AxonServerEvents(builder()
                .configuration(configuration)
                .platformConnectionManager(connections)
                .eventSerializer(form)
                .snapshotSerializer(form)
                .upcasterChain(OlderRevisions.upcasters())
                .snapshotFilter(SnapshotFilter.allowAll()));
    }

    /** A builder gets its engine, which is private to the framework, when it has built once. */
    private static Builder withEngine(Builder builder) {
        builder.build();
        return builder;
    }

    /**
     * Stores the events now.
     *
     * @throws ConcurrencyException when a stream ends elsewhere
     */
    @Override
    protected void prepareCommit(List<? extends EventMessage<?>> events) {
        UnitOfWork<?> work = CurrentUnitOfWork.isStarted() ? CurrentUnitOfWork.get() : null;
        if (work != null) {
            CurrentUnitOfWork.clear(work);
        }
        try {
            super.prepareCommit(events);
        } catch (RuntimeException refused) {
            if (String.valueOf(refused.getMessage()).contains(CONFLICT)) {
                throw new ConcurrencyException(refused.getMessage(), refused);
            }
            throw refused;
        } finally {
            if (work != null) {
                CurrentUnitOfWork.set(work);
            }
        }
    }
}
