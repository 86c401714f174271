package kz.legality.query.finding;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import kz.legality.claim.ExportItem;
import kz.legality.finding.FactRef;
import kz.legality.finding.Finding;
import kz.legality.finding.FindingState;
import kz.legality.finding.Held;
import kz.legality.finding.Severity;
import kz.legality.identifier.Imei;
import kz.legality.query.device.DeviceQueries;
import kz.legality.query.device.Moment;
import kz.legality.query.finding.Docs.ClaimDoc;
import kz.legality.query.finding.Docs.ClaimLink;
import kz.legality.query.finding.Docs.ItemDoc;
import kz.legality.query.store.Page;
import kz.legality.query.store.ReadStore;
import kz.legality.query.store.Selection;
import org.jspecify.annotations.Nullable;

/** Answers what the rules found. */
public final class FindingQueries {
    private static final int PAGE_READ = 500;

    private final ReadStore store;
    private final DeviceQueries devices;

    public FindingQueries(ReadStore store, DeviceQueries devices) {
        this.store = store;
        this.devices = devices;
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

    /** How many stand, open or confirmed, by their rule; a rule that found nothing is left out. */
    public Map<String, Long> counts() {
        return Book.countingIn(store);
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

    /**
     * The same as they were known and had come about at a moment. What they put at risk is of today, and a claim is named
     * from the day on which it was filed.
     */
    public List<FindingAnswer> ofDevice(Imei imei, Moment moment) {
        if (moment.isNow()) {
            return ofDevice(imei);
        }
        List<FindingDoc> then = new ArrayList<>();
        for (Held held : devices.findings(imei, moment)) {
            if (held.state() != FindingState.WITHDRAWN) {
                document(held.finding().id()).ifPresent(today -> then.add(today.as(held, positions(held.finding()))));
            }
        }
        return then.stream()
                .sorted(Comparator.comparing((FindingDoc it) -> it.weight()).reversed())
                .map(doc -> answer(doc, moment))
                .toList();
    }

    private List<Long> positions(Finding finding) {
        Map<FactRef, Long> ofClaims = new HashMap<>();
        for (ExportItem item : finding.exports()) {
            links(item).forEach(link -> ofClaims.put(link.fact(), link.position()));
        }
        return finding.facts().stream()
                .map(fact ->
                        ofClaims.containsKey(fact) ? OptionalLong.of(ofClaims.get(fact)) : devices.positionOf(fact))
                .flatMapToLong(OptionalLong::stream)
                .sorted()
                .boxed()
                .toList();
    }

    private static Selection of(String index, String value) {
        return weightiestFirst(index, value + FindingDoc.PART);
    }

    private static Selection weightiestFirst(String index, String beginning) {
        return Selection.by(Docs.FINDINGS, index).startingWith(beginning).inDescendingOrder();
    }

    private FindingAnswer answer(FindingDoc doc) {
        return answer(doc, Moment.NOW);
    }

    private FindingAnswer answer(FindingDoc doc, Moment moment) {
        ExportItem item = doc.toldBy();
        return new FindingAnswer(
                doc.finding().id(),
                doc.finding().rule(),
                doc.finding().ruleVersion(),
                doc.finding().severity(),
                doc.state(),
                doc.imei(),
                item == null ? null : claimOf(item, moment),
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

    private @Nullable String claimOf(ExportItem item, Moment moment) {
        String newest = null;
        for (ClaimLink link : links(item)) {
            if (moment.isNow() || moment.mayHaveSeen(filed(link))) {
                newest = link.claim();
            }
        }
        return newest;
    }

    private Instant filed(ClaimLink link) {
        return store.get(Docs.CLAIMS, link.claim())
                .map(ClaimDoc.JSON::read)
                .map(ClaimDoc::filedAt)
                .orElse(Instant.MAX);
    }

    private List<ClaimLink> links(ExportItem item) {
        return store.get(Docs.ITEMS, item.text())
                .map(ItemDoc.JSON::read)
                .map(ItemDoc::claims)
                .orElse(List.of());
    }
}
