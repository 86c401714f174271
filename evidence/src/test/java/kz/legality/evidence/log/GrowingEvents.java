package kz.legality.evidence.log;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** An event store of any size in no memory: which event stands at a position follows from the position alone. */
final class GrowingEvents implements RecordedEvents {
    private static final Instant FIRST = Instant.parse("2026-01-01T00:00:00Z");
    private static final long DEVICES = 50_000;

    private volatile long count;

    void growTo(long size) {
        count = size;
    }

    @Override
    public long count() {
        return count;
    }

    @Override
    public List<RecordedEvent> read(long from, int countMax) {
        List<RecordedEvent> page = new ArrayList<>();
        for (long position = from; position < Math.min(count, from + countMax); position++) {
            page.add(at(position));
        }
        return page;
    }

    @Override
    public List<RecordedEvent> ofStream(String stream) {
        List<RecordedEvent> all = new ArrayList<>();
        for (long position = Long.parseLong(stream); position < count; position += DEVICES) {
            all.add(at(position));
        }
        return all;
    }

    private static RecordedEvent at(long position) {
        String stream = Long.toString(position % DEVICES);
        byte[] payload =
                ("{\"imei\":\"" + stream + "\",\"row\":\"" + position + "\"}").getBytes(StandardCharsets.UTF_8);
        return new RecordedEvent(
                position,
                "event-" + position,
                stream,
                position / DEVICES,
                FIRST.plusSeconds(position),
                "DeviceImported",
                "1",
                payload,
                "{}".getBytes(StandardCharsets.UTF_8),
                payload);
    }
}
