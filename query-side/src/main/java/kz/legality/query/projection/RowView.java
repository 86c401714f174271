package kz.legality.query.projection;

import kz.legality.query.store.Document;

/** Keeps one document an event, never changed after. */
public non-sealed interface RowView extends View {
    /** The row; whatever it throws parks the event. */
    Document row(Recorded event);
}
