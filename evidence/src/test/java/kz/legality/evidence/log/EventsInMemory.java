package kz.legality.evidence.log;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** An event store in memory, with made-up devices. */
final class EventsInMemory implements RecordedEvents {
    private static final Instant FIRST = Instant.parse("2026-01-01T00:00:00Z");
    private static final List<String> TYPES = List.of("DeviceImported", "DeviceRegistered", "DeviceExported");

    final List<RecordedEvent> all = new ArrayList<>();
    private final Map<String, Long> sequences = new HashMap<>();

    /** Events of these devices, in an order that the seed decides. */
    EventsInMemory add(int count, int devices, long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < count; i++) {
            add(String.format("%014d", 35_000_000_000_000L + random.nextInt(devices)), TYPES.get(random.nextInt(3)));
        }
        return this;
    }

    EventsInMemory add(String stream, String type) {
        long position = all.size();
        long sequence = sequences.merge(stream, 1L, Long::sum) - 1;
        byte[] payload = ("{\"imei\":\"" + stream + "\",\"person\":{\"commitment\":\"c" + position
                        + "\",\"pseudonym\":\"p\",\"sealed\":\"s\",\"subject\":\"u\"}}")
                .getBytes(StandardCharsets.UTF_8);
        all.add(new RecordedEvent(
                position,
                "event-" + position,
                stream,
                sequence,
                FIRST.plusSeconds(position),
                type,
                "1",
                payload,
                "{}".getBytes(StandardCharsets.UTF_8),
                payload));
        return this;
    }

    @Override
    public long count() {
        return all.size();
    }

    @Override
    public List<RecordedEvent> read(long from, int countMax) {
        return all.subList((int) from, (int) Math.min(all.size(), from + countMax));
    }

    @Override
    public List<RecordedEvent> ofStream(String stream) {
        return all.stream().filter(event -> event.stream().equals(stream)).toList();
    }
}
