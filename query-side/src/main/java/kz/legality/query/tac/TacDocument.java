package kz.legality.query.tac;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import kz.legality.query.json.Json;
import kz.legality.query.store.Document;
import org.jspecify.annotations.Nullable;

/** The newest listing of one code, with who said it and when it was recorded. */
public record TacDocument(
        String tac,
        String manufacturer,
        String modelName,
        List<String> bands,
        @Nullable LocalDate allocatedOn,
        String deviceType,
        Map<String, String> other,
        String source,
        Instant recordedAt) {
    static final Json<TacDocument> JSON = new Json<>(TacDocument.class);

    static TacDocument of(Document document) {
        return JSON.read(document);
    }
}
