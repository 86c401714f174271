package kz.legality.query.finding;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import kz.legality.claim.ExportItem;
import kz.legality.finding.FindingState;
import kz.legality.finding.Severity;
import kz.legality.identifier.Imei;
import kz.legality.query.finding.Docs.ItemDoc;
import kz.legality.query.store.Document;
import kz.legality.query.store.Page;
import kz.legality.query.store.ReadStore;
import kz.legality.query.store.Selection;
import org.jspecify.annotations.Nullable;

/** Answers what the rules found. */
public final class FindingQueries {
    private static final int PAGE_READ = 500;

    private final ReadStore store;

    public FindingQueries(ReadStore store) {
        this.store = store;
    }

    /**
     * What is asked for; null asks for any. Withdrawn findings are given only when asked for.
     *
     * @param company the exporter's BIN
     */
    public record Asked(
            @Nullable String rule,
            @Nullable Severity severity,
            @Nullable FindingState state,
            @Nullable String company) {
        public static final Asked ALL = new Asked(null, null, null, null);

        boolean covers(FindingDoc doc) {
            return (rule == null || rule.equals(doc.finding().rule()))
                    && (severity == null || severity == doc.finding().severity())
                    && (state == null ? doc.state() != FindingState.WITHDRAWN : state == doc.state())
                    && (company == null || doc.companies().contains(company));
        }

        Selection selection() {
            if (company != null) {
                return of(Docs.BY_COMPANY, company);
            }
            if (rule != null) {
                return of(Docs.BY_RULE, rule);
            }
            if (state != null) {
                return of(Docs.BY_STATE, state.name());
            }
            return weightiestFirst(Docs.BY_WEIGHT, severity == null ? "" : FindingDoc.weight(severity));
        }
    }

    /**
     * A page of them.
     *
     * @param next where the next page begins; null at the end
     */
    public record Found(
            List<FindingAnswer> findings, @Nullable String next, long position) {}

    /** Those asked for: the graver first, of these the ones with more VAT at risk, of these the later. */
    public Found page(Asked asked, @Nullable String cursor, int limit) {
        List<FindingAnswer> answers = new ArrayList<>();
        String at = cursor;
        do {
            Page page = store.page(asked.selection(), at, Math.min(PAGE_READ, limit - answers.size()));
            page.documents().stream()
                    .map(FindingDoc.JSON::read)
                    .filter(asked::covers)
                    .map(this::answer)
                    .forEach(answers::add);
            at = page.next().orElse(null);
        } while (at != null && answers.size() < limit);
        return new Found(answers, at, Book.positionIn(store));
    }

    /** As {@link #page}, to the last. */
    public void each(Asked asked, Consumer<FindingAnswer> consumer) {
        store.scan(asked.selection(), document -> {
            FindingDoc doc = FindingDoc.JSON.read(document);
            if (asked.covers(doc)) {
                consumer.accept(answer(doc));
            }
        });
    }

    public Optional<FindingAnswer> find(String id) {
        return document(id).map(this::answer);
    }

    /** The stream it was raised in. */
    public Optional<String> streamOf(String id) {
        return document(id).map(FindingDoc::stream);
    }

    /** Whether it speaks of this company's exports. */
    public boolean isOf(String id, String company) {
        return document(id).map(it -> it.companies().contains(company)).orElse(false);
    }

    private Optional<FindingDoc> document(String id) {
        return id.isEmpty() || id.length() > 64
                ? Optional.empty()
                : store.get(Docs.FINDINGS, id).map(FindingDoc.JSON::read);
    }

    /** Of one IMEI, without what was withdrawn; the gravest first. */
    public List<FindingAnswer> ofDevice(Imei imei) {
        List<FindingAnswer> answers = new ArrayList<>();
        store.scan(of(Docs.BY_STREAM, imei.key()), document -> {
            FindingDoc doc = FindingDoc.JSON.read(document);
            if (doc.state() != FindingState.WITHDRAWN) {
                answers.add(answer(doc));
            }
        });
        return answers;
    }

    private static Selection of(String index, String value) {
        return weightiestFirst(index, value + FindingDoc.PART);
    }

    private static Selection weightiestFirst(String index, String beginning) {
        return Selection.by(Docs.FINDINGS, index).startingWith(beginning).inDescendingOrder();
    }

    private FindingAnswer answer(FindingDoc doc) {
        ExportItem item = doc.toldBy();
        return new FindingAnswer(
                doc.finding().id(),
                doc.finding().rule(),
                doc.finding().ruleVersion(),
                doc.finding().severity(),
                doc.state(),
                doc.imei(),
                item == null ? null : claimOf(item),
                item == null ? null : item.declaration().value(),
                item == null ? null : item.item(),
                doc.vatAtRisk(),
                doc.finding().at(),
                doc.facts(),
                doc.finding().measures(),
                doc.finding().considered(),
                doc.by(),
                doc.reason());
    }

    private @Nullable String claimOf(ExportItem item) {
        Optional<Document> document = store.get(Docs.ITEMS, item.text());
        return document.map(ItemDoc.JSON::read).map(ItemDoc::newestClaim).orElse(null);
    }
}
