package kz.legality.query.device;

import kz.legality.event.Source;
import kz.legality.identifier.FileHash;
import org.jspecify.annotations.Nullable;

/**
 * Who said it: a row of a file, an actor, or a rule of the ledger; the others are null.
 *
 * @param row counted from 1 without the header
 * @param request id of the actor's request
 */
public record EventSource(
        @Nullable FileHash file,
        @Nullable Long row,
        @Nullable String actor,
        @Nullable String request,
        @Nullable String rule) {
    public static EventSource of(String text) {
        return switch (Source.parse(text)) {
            case Source.FileRow it -> new EventSource(it.file(), it.row(), null, null, null);
            case Source.Actor it -> new EventSource(null, null, it.name(), it.request(), null);
            case Source.Rule it -> new EventSource(null, null, null, null, it.name());
        };
    }
}
