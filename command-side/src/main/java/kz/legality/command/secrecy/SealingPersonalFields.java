package kz.legality.command.secrecy;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import javax.crypto.SecretKey;
import kz.legality.secrecy.EventSeal;
import kz.legality.secrecy.Subject;
import kz.legality.secrecy.SubjectForgotten;
import kz.legality.secrecy.SubjectKeys;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.MessageDispatchInterceptor;

/**
 * Seals each open personal field of the messages about to be published. The key store is asked once for a whole list, so
 * that its keys are made durable by one write. A message without open fields passes as it is.
 *
 * <p>Fails with {@link SubjectForgotten} when one of the messages is about a person whose key was destroyed; then none of
 * the list is published.
 */
public final class SealingPersonalFields implements MessageDispatchInterceptor<EventMessage<?>> {
    private final SubjectKeys subjectKeys;

    public SealingPersonalFields(SubjectKeys subjectKeys) {
        this.subjectKeys = subjectKeys;
    }

    @Override
    public BiFunction<Integer, EventMessage<?>, EventMessage<?>> handle(List<? extends EventMessage<?>> messages) {
        Map<Subject, SecretKey> keys = keysOf(messages);
        return (index, message) -> sealed(message, keys);
    }

    /** The same for a list that goes to the store in bulk: identifiers, sequences, times and metadata stay. */
    public List<DomainEventMessage<?>> seal(List<? extends DomainEventMessage<?>> messages) {
        Map<Subject, SecretKey> keys = keysOf(messages);
        return messages.stream()
                .<DomainEventMessage<?>>map(message -> sealed(message, keys))
                .toList();
    }

    private Map<Subject, SecretKey> keysOf(List<? extends EventMessage<?>> messages) {
        Set<Subject> subjects = new HashSet<>();
        messages.forEach(message -> subjects.addAll(EventSeal.subjectsOf(message.getPayload())));
        return subjects.isEmpty() ? Map.of() : subjectKeys.keysFor(subjects);
    }

    private static EventMessage<?> sealed(EventMessage<?> message, Map<Subject, SecretKey> keys) {
        if (message instanceof DomainEventMessage<?> domain) {
            return sealed(domain, keys);
        }
        return isOpen(message)
                ? new GenericEventMessage<>(withSealedPayload(message, keys), message::getTimestamp)
                : message;
    }

    private static DomainEventMessage<?> sealed(DomainEventMessage<?> message, Map<Subject, SecretKey> keys) {
        return isOpen(message)
                ? new GenericDomainEventMessage<>(
                        message.getType(),
                        message.getAggregateIdentifier(),
                        message.getSequenceNumber(),
                        withSealedPayload(message, keys),
                        message.getTimestamp())
                : message;
    }

    /** The seal is bound to the message's identifier, which therefore must be the one that is stored. */
    private static GenericMessage<Object> withSealedPayload(EventMessage<?> message, Map<Subject, SecretKey> keys) {
        Object payload = EventSeal.seal((Object) message.getPayload(), message.getIdentifier(), keys);
        return new GenericMessage<>(message.getIdentifier(), payload, message.getMetaData());
    }

    private static boolean isOpen(EventMessage<?> message) {
        return !EventSeal.subjectsOf(message.getPayload()).isEmpty();
    }
}
