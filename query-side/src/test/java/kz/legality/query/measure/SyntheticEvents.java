package kz.legality.query.measure;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import kz.legality.event.LedgerEvent;
import kz.legality.example.Devices;
import kz.legality.example.Facts;
import kz.legality.secrecy.EventSeal;
import kz.legality.secrecy.Subject;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.EventUtils;
import org.axonframework.eventhandling.GenericDomainEventEntry;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedDomainEventData;
import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.StreamableMessageSource;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.NoOpEventUpcaster;
import org.jspecify.annotations.Nullable;

/**
 * Events of many devices that are kept nowhere, made from templates as they are read: every device is imported, then
 * every one registered, exported, registered again and so on, each round in another random order.
 */
final class SyntheticEvents implements StreamableMessageSource<TrackedEventMessage<?>> {
    private static final SecretKey KEY = new SecretKeySpec(new byte[32], "AES");
    private static final Instant FIRST = Instant.parse("2025-06-01T00:00:00Z");
    private static final long[] STRIDES = {999_983, 1_299_709, 15_485_863, 32_452_843, 49_979_687};

    private record Template(
            String before,
            String after,
            String type,
            @Nullable String revision) {
        byte[] of(String imei) {
            return (before + imei + after).getBytes(StandardCharsets.ISO_8859_1);
        }
    }

    private final Serializer serializer;
    private final long devices;
    private final long events;
    private final byte[] noMetaData;
    private final List<Template> rounds;

    SyntheticEvents(Serializer serializer, long devices, long events) {
        this.serializer = serializer;
        this.devices = devices;
        this.events = events;
        this.noMetaData =
                serializer.serialize(MetaData.emptyInstance(), byte[].class).getData();
        this.rounds = List.of(
                template(Facts.imported().device("box 1").fact()),
                template(Facts.registered().fact()),
                template(Facts.exported().fact()),
                template(Facts.registered()
                        .line("77010000001", "401020000000001")
                        .fact()));
    }

    private Template template(LedgerEvent event) {
        Map<Subject, SecretKey> keys =
                EventSeal.subjectsOf(event).stream().collect(Collectors.toMap(Function.identity(), subject -> KEY));
        SerializedObject<byte[]> stored = serializer.serialize(EventSeal.seal(event, "template", keys), byte[].class);
        String json = new String(stored.getData(), StandardCharsets.ISO_8859_1);
        int imei = json.indexOf(Devices.PHONE.asGiven());
        return new Template(
                json.substring(0, imei),
                json.substring(imei + Devices.PHONE.asGiven().length()),
                stored.getType().getName(),
                stored.getType().getRevision());
    }

    int bytesOf(int round) {
        return rounds.get(round % rounds.size()).of("123456789012345").length;
    }

    private TrackedEventData<byte[]> event(long position) {
        long round = position / devices;
        long stride = STRIDES[(int) (round % STRIDES.length)];
        long device = Math.floorMod(position % devices * stride, devices);
        String imei = Long.toString(35_000_000_000_000L + device);
        Template template = rounds.get((int) (round % rounds.size()));
        return new TrackedDomainEventData<>(
                new GlobalSequenceTrackingToken(position),
                new GenericDomainEventEntry<>(
                        "Device",
                        imei,
                        round,
                        new UUID(0x4000, position).toString(),
                        FIRST.plusMillis(position),
                        template.type(),
                        template.revision(),
                        template.of(imei),
                        noMetaData));
    }

    @Override
    public BlockingStream<TrackedEventMessage<?>> openStream(@Nullable TrackingToken token) {
        long first = token == null ? 0 : token.position().orElseThrow() + 1;
        Iterator<TrackedEventMessage<?>> messages = EventUtils.upcastAndDeserializeTrackedEvents(
                        LongStream.range(first, events).mapToObj(this::event), serializer, NoOpEventUpcaster.INSTANCE)
                .iterator();
        return new Reading(messages);
    }

    @Override
    public TrackingToken createTailToken() {
        return new GlobalSequenceTrackingToken(-1);
    }

    @Override
    public TrackingToken createHeadToken() {
        return new GlobalSequenceTrackingToken(events - 1);
    }

    @Override
    public TrackingToken createTokenAt(Instant dateTime) {
        throw new UnsupportedOperationException("a projection never asks for it");
    }

    @Override
    public TrackingToken createTokenSince(Duration duration) {
        throw new UnsupportedOperationException("a projection never asks for it");
    }

    private static final class Reading implements BlockingStream<TrackedEventMessage<?>> {
        private final Iterator<TrackedEventMessage<?>> messages;
        private @Nullable TrackedEventMessage<?> peeked;

        Reading(Iterator<TrackedEventMessage<?>> messages) {
            this.messages = messages;
        }

        @Override
        public Optional<TrackedEventMessage<?>> peek() {
            if (peeked == null && messages.hasNext()) {
                peeked = messages.next();
            }
            return Optional.ofNullable(peeked);
        }

        @Override
        public boolean hasNextAvailable(int timeout, TimeUnit unit) throws InterruptedException {
            boolean available = peek().isPresent();
            if (!available) {
                unit.sleep(timeout);
            }
            return available;
        }

        @Override
        public TrackedEventMessage<?> nextAvailable() {
            TrackedEventMessage<?> next = peek().orElseThrow();
            peeked = null;
            return next;
        }

        @Override
        public void close() {}
    }
}
