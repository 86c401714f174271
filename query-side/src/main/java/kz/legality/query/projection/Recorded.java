package kz.legality.query.projection;

import java.time.Instant;
import kz.legality.event.LedgerEvent;
import kz.legality.event.StoredAs;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;

/** One event with what the ledger added to it. Deserialises only when asked. */
public final class Recorded {
    private static final ClassValue<String> NAMES = new ClassValue<>() {
        @Override
        protected String computeValue(Class<?> type) {
            StoredAs name = type.getAnnotation(StoredAs.class);
            if (name == null) {
                throw new IllegalArgumentException(type + " does not say what it is stored as");
            }
            return name.value();
        }
    };

    private final long position;
    private final DomainEventMessage<?> message;
    private final Serializer serializer;

    /** @param serializer the one the event was stored with, so that its bytes need not be made again */
    public Recorded(long position, DomainEventMessage<?> message, Serializer serializer) {
        this.position = position;
        this.message = message;
        this.serializer = serializer;
    }

    /** Its place among all events, from 0 without gaps. */
    public long position() {
        return position;
    }

    public String stream() {
        return message.getAggregateIdentifier();
    }

    /** Its place in its stream, from 0 without gaps. */
    public long sequence() {
        return message.getSequenceNumber();
    }

    public String eventId() {
        return message.getIdentifier();
    }

    public Instant recordedAt() {
        return message.getTimestamp();
    }

    /** @throws IllegalArgumentException when it is not an event this version knows */
    public LedgerEvent event() {
        if (message.getPayload() instanceof LedgerEvent event) {
            return event;
        }
        throw new IllegalArgumentException("the event at position " + position + " is not one this version knows");
    }

    /** The name it is stored under. */
    public String type() {
        return NAMES.get(event().getClass());
    }

    /** Its payload's JSON as it is stored, with the revision it is stored in. */
    public SerializedObject<byte[]> stored() {
        return message.serializePayload(serializer, byte[].class);
    }
}
