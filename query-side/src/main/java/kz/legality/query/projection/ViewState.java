package kz.legality.query.projection;

import kz.legality.query.json.Json;
import kz.legality.query.store.Document;

/**
 * How far a view has come. Written with the documents it speaks of, and so always true of them; a view without one is
 * empty, or was being emptied when the ledger stopped.
 *
 * @param position the last event it has seen
 * @param parked how many events it could not apply
 */
public record ViewState(String view, String revision, long position, long parked) {
    /** The view of the read store that holds these, by the name of the view they speak of. */
    static final String VIEW = "projections";

    private static final Json<ViewState> JSON = new Json<>(ViewState.class);

    static ViewState of(Document document) {
        return JSON.read(document);
    }

    Document document() {
        return new Document(view, position, JSON.write(this), java.util.Set.of());
    }

    ViewState advancedTo(long newPosition, long newlyParked) {
        return new ViewState(view, revision, newPosition, parked + newlyParked);
    }
}
