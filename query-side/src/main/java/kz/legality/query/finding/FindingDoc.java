package kz.legality.query.finding;

import java.util.List;
import java.util.stream.Stream;
import kz.legality.finding.Finding;
import kz.legality.finding.FindingState;
import kz.legality.finding.Held;
import kz.legality.query.json.Json;
import kz.legality.query.store.IndexEntry;
import org.jspecify.annotations.Nullable;

/**
 * One finding as it is kept.
 *
 * @param stream of the device or the export item it was raised in
 * @param imei as printed; null where it speaks of an export item
 * @param companies the exporters of the items it speaks of
 * @param facts positions of the events it rests on
 */
public record FindingDoc(
        String stream,
        @Nullable String imei,
        List<String> companies,
        Finding finding,
        FindingState state,
        List<Long> facts,
        @Nullable String by,
        @Nullable String reason) {
    static final Json<FindingDoc> JSON = new Json<>(FindingDoc.class);

    static void put(
            Book book, String stream, @Nullable String imei, List<String> companies, Held held, List<Long> facts) {
        Finding finding = held.finding();
        IndexEntry[] entries = Stream.concat(
                        Stream.of(
                                new IndexEntry(Docs.BY_RULE, finding.rule()),
                                new IndexEntry(Docs.BY_STREAM, stream),
                                new IndexEntry(Docs.BY_STATE, held.state().name()),
                                new IndexEntry(
                                        Docs.BY_SEVERITY, finding.severity().name())),
                        companies.stream().map(it -> new IndexEntry(Docs.BY_COMPANY, it)))
                .toArray(IndexEntry[]::new);
        book.put(
                Docs.FINDINGS,
                finding.id(),
                JSON,
                new FindingDoc(stream, imei, companies, finding, held.state(), facts, held.by(), held.reason()),
                entries);
    }
}
