package kz.legality.query;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import kz.legality.event.LedgerEvent;
import kz.legality.secrecy.EventSeal;
import kz.legality.secrecy.Subject;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.EventUtils;
import org.axonframework.eventhandling.GenericDomainEventEntry;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedDomainEventData;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.StreamableMessageSource;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.NoOpEventUpcaster;
import org.jspecify.annotations.Nullable;

/** An event store in memory that keeps bytes, and hands out messages that are not deserialised yet, as ours does. */
public final class EventLog implements StreamableMessageSource<TrackedEventMessage<?>> {
    private static final SecretKey KEY = new SecretKeySpec(new byte[32], "AES");

    private final Serializer serializer;
    private final byte[] noMetaData;
    private final List<DomainEventData<byte[]>> entries = new ArrayList<>();
    private final Map<String, Long> nextSequences = new HashMap<>();
    private final Map<String, List<Integer>> positions = new HashMap<>();

    public EventLog(Serializer serializer) {
        this.serializer = serializer;
        this.noMetaData =
                serializer.serialize(MetaData.emptyInstance(), byte[].class).getData();
    }

    /** Appends what is recorded now, sealing its personal fields; returns its position. */
    public synchronized long append(Instant recordedAt, LedgerEvent event) {
        String stream = event.stream();
        positions.computeIfAbsent(stream, none -> new ArrayList<>()).add(entries.size());
        entries.add(entry(entries.size(), nextSequence(stream), recordedAt, event));
        notifyAll();
        return entries.size() - 1L;
    }

    /** Appends bytes that nobody can read. */
    public synchronized long appendTorn(Instant recordedAt, LedgerEvent event) {
        entries.add(new GenericDomainEventEntry<>(
                "Ledger",
                event.stream(),
                nextSequence(event.stream()),
                idOf(entries.size()),
                recordedAt,
                event.getClass().getName(),
                null,
                "{\"imei\":\"1\"}".getBytes(StandardCharsets.UTF_8),
                noMetaData));
        notifyAll();
        return entries.size() - 1L;
    }

    /** Puts an event that can be read in the place of one that cannot, as a newer version of the program would. */
    public synchronized void mend(long position, LedgerEvent event) {
        DomainEventData<byte[]> torn = entries.get((int) position);
        entries.set((int) position, entry(position, torn.getSequenceNumber(), torn.getTimestamp(), event));
    }

    private long nextSequence(String stream) {
        return nextSequences.merge(stream, 1L, Long::sum) - 1;
    }

    private static String idOf(long position) {
        return new UUID(0x4000, position).toString();
    }

    private DomainEventData<byte[]> entry(long position, long sequence, Instant recordedAt, LedgerEvent event) {
        String id = idOf(position);
        Map<Subject, SecretKey> keys =
                EventSeal.subjectsOf(event).stream().collect(Collectors.toMap(Function.identity(), subject -> KEY));
        SerializedObject<byte[]> stored = serializer.serialize(EventSeal.seal(event, id, keys), byte[].class);
        return new GenericDomainEventEntry<>(
                "Ledger",
                event.stream(),
                sequence,
                id,
                recordedAt,
                stored.getType().getName(),
                stored.getType().getRevision(),
                stored.getData(),
                noMetaData);
    }

    /** What one stream holds, by position. */
    public synchronized SortedMap<Long, LedgerEvent> stream(String name) {
        SortedMap<Long, LedgerEvent> events = new TreeMap<>();
        for (int position : positions.getOrDefault(name, List.of())) {
            events.put((long) position, (LedgerEvent) message(position).getPayload());
        }
        return events;
    }

    public synchronized long head() {
        return entries.size() - 1L;
    }

    public synchronized byte[] storedBytes(long position) {
        return entries.get((int) position).getPayload().getData();
    }

    public synchronized String eventId(long position) {
        return entries.get((int) position).getEventIdentifier();
    }

    @Override
    public BlockingStream<TrackedEventMessage<?>> openStream(@Nullable TrackingToken token) {
        return new Reading(token == null ? 0 : (int) token.position().orElseThrow() + 1);
    }

    @Override
    public @Nullable TrackingToken createTailToken() {
        return new GlobalSequenceTrackingToken(-1);
    }

    @Override
    public synchronized @Nullable TrackingToken createHeadToken() {
        return entries.isEmpty() ? null : new GlobalSequenceTrackingToken(entries.size() - 1);
    }

    @Override
    public TrackingToken createTokenAt(Instant dateTime) {
        throw new UnsupportedOperationException("a projection never asks for it");
    }

    @Override
    public TrackingToken createTokenSince(Duration duration) {
        throw new UnsupportedOperationException("a projection never asks for it");
    }

    TrackedEventMessage<?> message(int position) {
        return EventUtils.upcastAndDeserializeTrackedEvents(
                        Stream.of(new TrackedDomainEventData<>(
                                new GlobalSequenceTrackingToken(position), entries.get(position))),
                        serializer,
                        NoOpEventUpcaster.INSTANCE)
                .findFirst()
                .orElseThrow();
    }

    /** One reader. */
    private final class Reading implements BlockingStream<TrackedEventMessage<?>> {
        private int next;

        Reading(int first) {
            this.next = first;
        }

        @Override
        public Optional<TrackedEventMessage<?>> peek() {
            synchronized (EventLog.this) {
                return next < entries.size() ? Optional.of(message(next)) : Optional.empty();
            }
        }

        @Override
        public boolean hasNextAvailable(int timeout, TimeUnit unit) throws InterruptedException {
            synchronized (EventLog.this) {
                if (next >= entries.size() && timeout > 0) {
                    EventLog.this.wait(unit.toMillis(timeout));
                }
                return next < entries.size();
            }
        }

        @Override
        public TrackedEventMessage<?> nextAvailable() throws InterruptedException {
            synchronized (EventLog.this) {
                while (next >= entries.size()) {
                    EventLog.this.wait();
                }
                return message(next++);
            }
        }

        @Override
        public void close() {}
    }
}
