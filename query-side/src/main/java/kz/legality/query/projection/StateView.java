package kz.legality.query.projection;

import java.util.Map;
import kz.legality.query.store.Document;

/** Keeps one document a stream, under the stream's name: what its events fold to. */
public non-sealed interface StateView<S> extends View {
    /** Before the first event. */
    S unseen(String stream);

    S read(Document document);

    /** The state after one more event; whatever it throws parks the event. */
    S after(S state, Recorded event);

    /** @param position of the last event folded */
    Document write(String stream, S state, long position);

    /** What a stream in this state adds to the counters of the view. */
    default Map<String, Long> counted(S state) {
        return Map.of();
    }
}
