package kz.legality.query.projection;

import kz.legality.query.store.Document;
import org.jspecify.annotations.Nullable;

/** Keeps one document a stream, under the stream's name: what its events fold to. */
public non-sealed interface StateView<S> extends View {
    /** Before the first event. */
    S unseen(String stream);

    S read(Document document);

    /** The state after one more event; whatever it throws parks the event. */
    S after(S state, Recorded event);

    /** @param position of the last event folded */
    Document write(String stream, S state, long position);

    /** The counter of the view that counts streams in this state; null counts it nowhere. */
    default @Nullable String countedAs(S state) {
        return null;
    }
}
