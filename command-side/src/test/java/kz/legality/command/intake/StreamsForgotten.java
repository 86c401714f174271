package kz.legality.command.intake;

import java.util.ArrayList;
import java.util.List;
import kz.legality.sourcefile.FileEvent;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;

/** Keeps what happened to files and nothing of devices, so that the memory of the intake alone can be measured. */
final class StreamsForgotten extends StreamsAlone {
    private final List<DomainEventMessage<?>> files = new ArrayList<>();

    @Override
    public void appendEvents(List<? extends EventMessage<?>> events) {
        for (EventMessage<?> event : events) {
            if (event.getPayload() instanceof FileEvent) {
                files.add((DomainEventMessage<?>) event);
            }
        }
    }

    @Override
    public DomainEventStream readEvents(String stream, long first) {
        return stream.startsWith("file:") ? DomainEventStream.of(files) : DomainEventStream.empty();
    }
}
