package kz.legality.query.finding;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import kz.legality.claim.ExportItem;
import kz.legality.finding.Finding;
import kz.legality.finding.FindingState;
import kz.legality.finding.Held;
import kz.legality.finding.Severity;
import kz.legality.query.json.Json;
import kz.legality.query.projection.SortKeys;
import kz.legality.query.store.IndexEntry;
import org.jspecify.annotations.Nullable;

/**
 * One finding as it is kept.
 *
 * @param stream of the device or the export item it was raised in
 * @param imei as printed; null where it speaks of an export item
 * @param companies the exporters of the items it speaks of
 * @param facts positions of the events it rests on
 * @param vatAtRisk tiyn that its phone puts at risk in the newest claim on the export it is told by; zero where it puts none
 */
public record FindingDoc(
        String stream,
        @Nullable String imei,
        List<String> companies,
        Finding finding,
        FindingState state,
        List<Long> facts,
        @Nullable String by,
        @Nullable String reason,
        long vatAtRisk) {
    /** Parts the ends of a sort key; stands in no rule, stream, state or BIN. */
    static final String PART = "|";

    static final Json<FindingDoc> JSON = new Json<>(FindingDoc.class);

    static void put(
            Book book, String stream, @Nullable String imei, List<String> companies, Held held, List<Long> facts) {
        // Claims are computed after their phones; until then it puts at risk what it did.
        Optional<FindingDoc> before = book.get(Docs.FINDINGS, held.finding().id(), JSON);
        boolean counted = before.map(it -> it.state().counts()).orElse(false);
        if (held.state().counts() != counted) {
            book.count(held.finding().rule(), counted ? -1 : 1);
        }
        long vatBefore =
                held.state().counts() ? before.map(FindingDoc::vatAtRisk).orElse(0L) : 0;
        new FindingDoc(
                        stream,
                        imei,
                        companies,
                        held.finding(),
                        held.state(),
                        facts,
                        held.by(),
                        held.reason(),
                        vatBefore)
                .putIn(book);
    }

    /** Says what a phone's finding puts at risk, where that is the item by which it counts. */
    static void putAtRisk(Book book, String finding, ExportItem item, long vat) {
        book.get(Docs.FINDINGS, finding, JSON)
                .filter(it -> it.vatAtRisk != vat && item.equals(it.toldBy()))
                .ifPresent(it -> new FindingDoc(
                                it.stream, it.imei, it.companies, it.finding, it.state, it.facts, it.by, it.reason, vat)
                        .putIn(book));
    }

    /** With what its stream held at another moment. */
    FindingDoc as(Held then, List<Long> itsFacts) {
        return new FindingDoc(
                stream, imei, companies, then.finding(), then.state(), itsFacts, then.by(), then.reason(), vatAtRisk);
    }

    /** Of its exports the last by number, by which it is told; null where it speaks of none. */
    @Nullable
    ExportItem toldBy() {
        return finding.exports().isEmpty() ? null : finding.exports().getLast();
    }

    private void putIn(Book book) {
        String weight = weight();
        IndexEntry[] entries = Stream.concat(
                        Stream.of(
                                new IndexEntry(Docs.BY_WEIGHT, weight),
                                new IndexEntry(Docs.BY_RULE, finding.rule() + PART + weight),
                                new IndexEntry(Docs.BY_STREAM, stream + PART + weight),
                                new IndexEntry(Docs.BY_STATE, state.name() + PART + weight)),
                        companies.stream().map(it -> new IndexEntry(Docs.BY_COMPANY, it + PART + weight)))
                .toArray(IndexEntry[]::new);
        book.put(Docs.FINDINGS, finding.id(), JSON, this, entries);
    }

    /** What orders findings: the graver, then the more VAT at risk, then the later. */
    String weight() {
        return weight(finding.severity()) + SortKeys.of(vatAtRisk) + SortKeys.of(finding.at());
    }

    /** With it begins the weight of each finding of this severity. */
    static String weight(Severity severity) {
        return switch (severity) {
            case INFO -> "1";
            case WARN -> "2";
            case MEDIUM -> "3";
            case HIGH -> "4";
            case CRITICAL -> "5";
        };
    }
}
