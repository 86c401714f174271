package kz.legality.evidence.log;

import java.util.List;

/** The events in their one order, positions contiguous from 0. */
public interface RecordedEvents {
    long count();

    /** @return at most {@code countMax}, in order from this position; fewer where there are fewer, or they are large */
    List<RecordedEvent> read(long from, int countMax);

    /** All events of one stream, in order. */
    List<RecordedEvent> ofStream(String stream);
}
