package kz.legality.query.projection;

import java.util.Set;
import kz.legality.query.json.Json;
import kz.legality.query.store.Document;
import kz.legality.query.store.Selection;

/**
 * An event that a view could not apply, kept until the view is replayed.
 *
 * @param error the classes of what was thrown and where; no message, since a message may quote what a person wrote
 */
public record Parked(String view, String stream, long position, long sequence, String eventId, String error) {
    /** The view of the read store that holds these. */
    public static final String VIEW = "parked";

    private static final String OURS = "kz.legality.";
    private static final int CAUSES_MAX = 8;
    private static final Json<Parked> JSON = new Json<>(Parked.class);

    static Parked by(View view, Recorded event, Throwable error) {
        return new Parked(
                view.name(), event.stream(), event.position(), event.sequence(), event.eventId(), describe(error));
    }

    static Parked of(Document document) {
        return JSON.read(document);
    }

    /** Everything parked by this view. */
    static Selection by(String view) {
        return Selection.all(VIEW).startingWith(view + "/");
    }

    /** What this view has parked of one stream. */
    public static Selection by(String view, String stream) {
        return Selection.all(VIEW).startingWith(view + "/" + stream + "/");
    }

    Document document() {
        return new Document(view + "/" + stream + "/" + SortKeys.of(position), position, JSON.write(this), Set.of());
    }

    private static String describe(Throwable error) {
        StringBuilder text = new StringBuilder();
        Throwable cause = error;
        for (int i = 0; cause != null && i < CAUSES_MAX; i++) {
            text.append(text.isEmpty() ? "" : " caused by ")
                    .append(cause.getClass().getName())
                    .append(placeOf(cause));
            cause = cause.getCause();
        }
        return text.toString();
    }

    private static String placeOf(Throwable error) {
        for (StackTraceElement frame : error.getStackTrace()) {
            if (frame.getClassName().startsWith(OURS)) {
                return " at " + frame.getClassName() + "." + frame.getMethodName() + ":" + frame.getLineNumber();
            }
        }
        return "";
    }
}
