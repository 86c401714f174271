package kz.legality.query.finding;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import kz.legality.claim.ExportItem;
import kz.legality.finding.FactRef;
import kz.legality.finding.FindingState;
import kz.legality.finding.Severity;
import kz.legality.identifier.Imei;
import kz.legality.query.json.Json;
import kz.legality.rule.Overlap;
import org.jspecify.annotations.Nullable;

/** What tracing keeps, by view. All of it can be made again from the events. */
public final class Docs {
    public static final String STATE = "tracing";
    public static final String CASES = "cases";
    public static final String EXPORTED = "exported";
    public static final String IMPORTS = "imports";
    public static final String ITEMS = "export-items";
    public static final String CLAIMS = "claims";
    public static final String FINDINGS = "findings";
    public static final String PERSONS = "person-imports";
    public static final String RETURNS = "item-returns";
    public static final String SHIPMENTS = "item-shipments";

    static final List<String> ALL =
            List.of(STATE, CASES, EXPORTED, IMPORTS, ITEMS, CLAIMS, FINDINGS, PERSONS, RETURNS, SHIPMENTS);

    /** Of {@link #IMPORTS}: by import item. */
    static final String BY_ITEM = "item";
    /** Of {@link #EXPORTED}: by when a missing exit is to be judged again. */
    static final String BY_DUE = "due";
    /** Of {@link #CLAIMS}: by VAT at risk. */
    public static final String BY_RISK = "risk";
    /** Of {@link #CLAIMS} and {@link #ITEMS}: by claimant, by exporter; of {@link #FINDINGS}: by exporter. */
    public static final String BY_COMPANY = "company";

    /** Of {@link #FINDINGS}: by the stream they were raised in. */
    static final String BY_STREAM = "stream";

    /** Of {@link #FINDINGS}: by rule, by state. */
    static final String BY_RULE = "rule";

    static final String BY_STATE = "state";
    /** Of {@link #FINDINGS}: by severity, then by VAT at risk, as within each other index of theirs. */
    static final String BY_WEIGHT = "weight";

    private Docs() {}

    /** @param counting how many findings stand, open or confirmed, by their rule */
    record State(String revision, long position, long generation, Map<String, Long> counting) {
        static final Json<State> JSON = new Json<>(State.class);

        /** Earlier builds counted nothing, and are judged anew. */
        State {
            counting = counting == null ? Map.of() : Map.copyOf(counting);
        }
    }

    /**
     * A device that is worth judging, or another name of one.
     *
     * @param of the IMEIs to judge when something happens to this one; itself among them
     * @param items the export items it stands in
     */
    record Case(List<String> of, List<String> items, List<String> findings) {
        static final Json<Case> JSON = new Json<>(Case.class);
    }

    /** @param commercial false for a person's declaration */
    record ImportRow(String item, long day, long value, String brand, String model, boolean commercial) {
        static final Json<ImportRow> JSON = new Json<>(ImportRow.class);
    }

    record PersonRow(long value) {
        static final Json<PersonRow> JSON = new Json<>(PersonRow.class);
    }

    /** @param items the export items whose phones came in this import item, or came back in it */
    record Linked(List<String> items) {
        static final Json<Linked> JSON = new Json<>(Linked.class);

        static void put(Book book, String view, String imported, String exported) {
            List<String> items =
                    book.get(view, imported, JSON).map(Linked::items).orElse(List.of());
            if (!items.contains(exported)) {
                List<String> longer = new ArrayList<>(items);
                longer.add(exported);
                book.put(view, imported, JSON, new Linked(longer));
            }
        }
    }

    public record RowFinding(
            String id, String rule, Severity severity, FindingState state, List<Long> facts, boolean refund) {}

    /**
     * One phone in an export item.
     *
     * @param before importers that had brought it in before
     * @param later import items it came back in, and importers of those
     */
    public record ExportedRow(
            String imei,
            String item,
            String exporter,
            String destination,
            Instant registeredAt,
            @Nullable Instant exitedAt,
            boolean ghost,
            boolean noOrigin,
            boolean also,
            long exportSequence,
            List<String> before,
            List<String> later,
            List<String> laterImporters,
            List<RowFinding> findings) {
        public static final Json<ExportedRow> JSON = new Json<>(ExportedRow.class);

        ExportedRow withFindings(List<RowFinding> now) {
            return new ExportedRow(
                    imei,
                    item,
                    exporter,
                    destination,
                    registeredAt,
                    exitedAt,
                    ghost,
                    noOrigin,
                    also,
                    exportSequence,
                    before,
                    later,
                    laterImporters,
                    now);
        }

        /** 14 digits. */
        String key() {
            return imei.substring(0, Imei.KEY_DIGITS);
        }

        /** Whether it is judged by whether another phone was meant. */
        boolean mayBeWrittenWrongly() {
            return ghost || noOrigin || also;
        }
    }

    /** A claim's word about an item. */
    public record ClaimLink(String claim, long sequence, long position, long vat) {
        FactRef fact() {
            return new FactRef("claim:" + claim, sequence);
        }
    }

    /**
     * An export item.
     *
     * @param shipments import items that its phones had come in, where some phone of it may have been written wrongly
     */
    public record ItemDoc(
            String item,
            @Nullable String exporter,
            List<ClaimLink> claims,
            int exported,
            int ghosts,
            int withoutOrigin,
            List<Overlap> overlaps,
            List<String> shipments,
            List<RowFinding> findings) {
        public static final Json<ItemDoc> JSON = new Json<>(ItemDoc.class);

        static ItemDoc unseen(ExportItem item) {
            return new ItemDoc(item.text(), null, List.of(), 0, 0, 0, List.of(), List.of(), List.of());
        }

        /** The claim by which its findings are told: the newest that rests on it. */
        @Nullable
        String newestClaim() {
            return claims.isEmpty() ? null : claims.getLast().claim();
        }

        ItemDoc withClaims(List<ClaimLink> now) {
            return new ItemDoc(item, exporter, now, exported, ghosts, withoutOrigin, overlaps, shipments, findings);
        }

        ItemDoc withFindings(List<RowFinding> now) {
            return new ItemDoc(item, exporter, claims, exported, ghosts, withoutOrigin, overlaps, shipments, now);
        }
    }

    public record ClaimDoc(
            String claim,
            @Nullable String claimant,
            String period,
            @Nullable Instant filedAt,
            @Nullable String replacedBy,
            Map<String, Long> items,
            long vatClaimed,
            long vatAtRisk,
            int devices,
            @Nullable Severity severity,
            Map<String, Integer> byFinding) {
        public static final Json<ClaimDoc> JSON = new Json<>(ClaimDoc.class);

        ClaimDoc replacedBy(String other) {
            return new ClaimDoc(
                    claim,
                    claimant,
                    period,
                    filedAt,
                    other,
                    items,
                    vatClaimed,
                    vatAtRisk,
                    devices,
                    severity,
                    byFinding);
        }

        static ClaimDoc unseen(String claim) {
            return new ClaimDoc(claim, null, "", null, null, Map.of(), 0, 0, 0, null, Map.of());
        }
    }
}
