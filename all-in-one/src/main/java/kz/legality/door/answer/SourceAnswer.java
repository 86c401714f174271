package kz.legality.door.answer;

import com.fasterxml.jackson.annotation.JsonInclude;
import kz.legality.query.device.EventSource;
import org.jspecify.annotations.Nullable;

/** Who said it: a file and its row, an actor and his request, or a rule of the ledger. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SourceAnswer(
        @Nullable String file,
        @Nullable Long row,
        @Nullable String actor,
        @Nullable String request,
        @Nullable String rule) {
    public static SourceAnswer of(EventSource source) {
        return new SourceAnswer(
                source.file() == null ? null : source.file().sha256(),
                source.row(),
                source.actor(),
                source.request(),
                source.rule());
    }
}
