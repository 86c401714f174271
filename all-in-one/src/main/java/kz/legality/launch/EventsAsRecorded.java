package kz.legality.launch;

import java.util.ArrayList;
import java.util.List;
import kz.legality.command.store.StoredDomainEvent;
import kz.legality.command.store.StoredEvent;
import kz.legality.command.store.rocksdb.RocksEventStorageEngine;
import kz.legality.evidence.log.RecordedEvent;
import kz.legality.evidence.log.RecordedEvents;

/** The events as the directory keeps them, handed to the log byte by byte. */
final class EventsAsRecorded implements RecordedEvents {
    private static final int PAGE_EVENTS = 1_000;

    private final RocksEventStorageEngine engine;

    EventsAsRecorded(RocksEventStorageEngine engine) {
        this.engine = engine;
    }

    @Override
    public long count() {
        return engine.size();
    }

    @Override
    public List<RecordedEvent> read(long from, int countMax) {
        return engine.readStored(from, countMax).stream()
                .map(EventsAsRecorded::recorded)
                .toList();
    }

    @Override
    public List<RecordedEvent> ofStream(String stream) {
        List<RecordedEvent> events = new ArrayList<>();
        long next = 0;
        List<StoredDomainEvent> page = engine.readStoredOf(stream, next, PAGE_EVENTS);
        while (!page.isEmpty()) {
            page.forEach(event -> events.add(recorded(event)));
            next = page.getLast().getSequenceNumber() + 1;
            page = engine.readStoredOf(stream, next, PAGE_EVENTS);
        }
        return events;
    }

    private static RecordedEvent recorded(StoredEvent event) {
        boolean inStream = event instanceof StoredDomainEvent;
        String revision = event.payloadRevision();
        return new RecordedEvent(
                event.position(),
                event.getEventIdentifier(),
                inStream ? ((StoredDomainEvent) event).getAggregateIdentifier() : "",
                inStream ? ((StoredDomainEvent) event).getSequenceNumber() : 0,
                event.getTimestamp(),
                event.payloadType(),
                revision == null ? "" : revision,
                event.getPayload().getData(),
                event.getMetaData().getData(),
                event.envelope());
    }
}
