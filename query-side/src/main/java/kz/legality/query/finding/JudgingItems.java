package kz.legality.query.finding;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kz.legality.claim.ExportItem;
import kz.legality.finding.FactRef;
import kz.legality.finding.Finding;
import kz.legality.finding.FindingState;
import kz.legality.finding.Findings;
import kz.legality.finding.Findings.Change;
import kz.legality.finding.Held;
import kz.legality.finding.ItemEvent;
import kz.legality.finding.ItemEvent.ItemFindingDisposed;
import kz.legality.finding.ItemEvent.ItemFindingRaised;
import kz.legality.finding.ItemEvent.ItemFindingWithdrawn;
import kz.legality.query.finding.Docs.ItemDoc;
import kz.legality.rule.ItemRule.GhostOfItem;
import kz.legality.rule.RuleBook;
import org.jspecify.annotations.Nullable;

/** Judges export items as wholes, in the items' own streams. */
final class JudgingItems {
    private static final int ATTEMPTS_MAX = 20;

    private final Book book;
    private final CaseStreams streams;
    private final RuleBook rules;
    private final Amending amending;
    private final ExportedRows exportedRows;

    JudgingItems(Book book, CaseStreams streams, RuleBook rules, Amending amending, ExportedRows exportedRows) {
        this.book = book;
        this.streams = streams;
        this.rules = rules;
        this.amending = amending;
        this.exportedRows = exportedRows;
    }

    void judge(String name, Marks marks) {
        ItemDoc doc = book.get(Docs.ITEMS, name, ItemDoc.JSON).orElseThrow();
        List<GhostOfItem> ghosts = Items.ghosts(Claims.rows(book, name));
        ExportItem item = ExportItem.of(name);
        String stream = ItemEvent.STREAM + name;
        List<Finding> found = rules.judge(Items.figures(doc), ghosts);
        if (!found.isEmpty() || !doc.findings().isEmpty()) {
            Findings now = Findings.NONE;
            for (int attempt = 0; ; attempt++) {
                Findings before = Findings.NONE;
                long sequence = 0;
                for (CaseStreams.Placed placed : streams.read(stream)) {
                    before = after(before, (ItemEvent) placed.event());
                    sequence++;
                }
                List<Change> changes = before.towards(found);
                now = before.after(changes);
                if (changes.isEmpty() || streams.append(amending.of(item, changes, sequence))) {
                    break;
                }
                if (attempt == ATTEMPTS_MAX) {
                    throw new IllegalStateException("the stream " + stream + " is overrun");
                }
            }
            write(doc, stream, now);
        }
        doc.claims().forEach(claim -> marks.claims.add(claim.claim()));
    }

    private void write(ItemDoc doc, String stream, Findings now) {
        Map<FactRef, Long> positions = new HashMap<>();
        now.all()
                .forEach(held -> held.finding().facts().forEach(ref -> positions.computeIfAbsent(ref, this::position)));
        List<String> companies = doc.exporter() == null ? List.of() : List.of(doc.exporter());
        for (Held held : now.all()) {
            FindingDoc.put(book, stream, null, companies, held, ExportedRows.positions(held.finding(), positions));
        }
        Items.put(
                book,
                doc.withFindings(now.all().stream()
                        .filter(it -> it.state() != FindingState.WITHDRAWN)
                        .map(it -> exportedRows.finding(it, positions))
                        .toList()));
    }

    private @Nullable Long position(FactRef ref) {
        List<CaseStreams.Placed> events = streams.read(ref.stream());
        long position = ref.sequence() < events.size()
                ? events.get((int) ref.sequence()).position()
                : CaseStreams.UNKNOWN;
        return position == CaseStreams.UNKNOWN ? null : position;
    }

    private static Findings after(Findings before, ItemEvent event) {
        return switch (event) {
            case ItemFindingRaised raised -> before.raised(raised.finding());
            case ItemFindingWithdrawn withdrawn -> before.withdrawn(withdrawn.finding());
            case ItemFindingDisposed disposed ->
                before.disposed(disposed.finding(), disposed.disposition(), disposed.by(), disposed.reason());
        };
    }
}
