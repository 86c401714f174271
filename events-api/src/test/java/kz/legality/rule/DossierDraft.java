package kz.legality.rule;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kz.legality.claim.ExportItem;
import kz.legality.device.DeviceEvent;
import kz.legality.device.DeviceEvent.DeviceImported;
import kz.legality.device.DeviceEvent.Fact;
import kz.legality.device.DeviceEvent.FactWithdrawn;
import kz.legality.event.Source;
import kz.legality.example.Devices;
import kz.legality.example.Draft;
import kz.legality.example.Facts;
import kz.legality.finding.FactRef;
import kz.legality.identifier.ClaimNumber;
import kz.legality.identifier.Imei;
import kz.legality.policy.Policy;
import org.jspecify.annotations.Nullable;

/** What is known of {@link Devices#PHONE}, put together word by word. Each draft is a value. */
record DossierDraft(
        List<DeviceEvent> own,
        Map<Imei, List<DeviceEvent>> siblings,
        Map<Imei, List<DeviceEvent>> alsoBrought,
        Map<ExportItem, List<ClaimOfItem>> claims,
        Map<ExportItem, ItemFigures> items,
        @Nullable Model model,
        @Nullable PriceFigures prices,
        List<Overlap> overlaps,
        Map<ExportItem, Typo> typos,
        Instant today) {
    static final ExportItem ITEM = ExportItem.of("50501/010625/0004321/1");
    static final RuleTerms TERMS = RuleTerms.of(Policy.kazakhstan());
    private static final ZoneId ZONE = Policy.kazakhstan().zone();
    private static final Source SOURCE = new Source.Actor("customs", "letter 7");

    /** These facts, and nothing else. */
    static DossierDraft known(Draft<?>... facts) {
        return new DossierDraft(
                        List.of(),
                        Map.of(),
                        Map.of(),
                        Map.of(),
                        Map.of(),
                        null,
                        null,
                        List.of(),
                        Map.of(),
                        Facts.on("2026-09-30"))
                .and(facts);
    }

    DossierDraft and(Draft<?>... facts) {
        DossierDraft longer = this;
        for (Draft<?> fact : facts) {
            longer = longer.then(fact.fact());
        }
        return longer;
    }

    DossierDraft then(DeviceEvent event) {
        return withOwn(plus(own, event));
    }

    /** The n-th word was said anew. */
    DossierDraft corrected(long sequence, Draft<?> fact) {
        return then(fact.fact().correcting(sequence));
    }

    /** The n-th word counts no longer. */
    DossierDraft withdrawn(long sequence) {
        return then(withdrawal(Devices.PHONE, sequence));
    }

    DossierDraft secondSlot(Draft<?>... facts) {
        return new DossierDraft(
                own,
                with(siblings, Devices.OTHER_PHONE, events(Devices.OTHER_PHONE, facts)),
                alsoBrought,
                claims,
                items,
                model,
                prices,
                overlaps,
                typos,
                today);
    }

    /** The person who declared it brought this one too. */
    DossierDraft alsoBrought(Imei imei, Draft<?>... facts) {
        return new DossierDraft(
                own,
                siblings,
                with(alsoBrought, imei, events(imei, facts)),
                claims,
                items,
                model,
                prices,
                overlaps,
                typos,
                today);
    }

    DossierDraft claimed(String number, String periodEnd) {
        return claimed(ITEM, number, periodEnd, null);
    }

    DossierDraft claimed(ExportItem item, String number, String periodEnd, @Nullable String replacedBy) {
        ClaimOfItem claim = new ClaimOfItem(
                new ClaimNumber(number),
                new FactRef("claim:" + number, 0),
                Facts.on(periodEnd),
                LocalDate.parse(periodEnd),
                replacedBy == null ? null : new ClaimNumber(replacedBy));
        return new DossierDraft(
                own,
                siblings,
                alsoBrought,
                with(claims, item, plus(claims.getOrDefault(item, List.of()), claim)),
                items,
                model,
                prices,
                overlaps,
                typos,
                today);
    }

    DossierDraft inItemOf(int phones, int withoutOrigin) {
        return new DossierDraft(
                own,
                siblings,
                alsoBrought,
                claims,
                with(items, ITEM, new ItemFigures(ITEM, phones, 0, withoutOrigin)),
                model,
                prices,
                overlaps,
                typos,
                today);
    }

    DossierDraft listedAs(List<String> brands, String... names) {
        return new DossierDraft(
                own,
                siblings,
                alsoBrought,
                claims,
                items,
                new Model(brands, List.of(names)),
                prices,
                overlaps,
                typos,
                today);
    }

    DossierDraft usualPrice(int n, double medianTiyn, double madTiyn) {
        return new DossierDraft(
                own,
                siblings,
                alsoBrought,
                claims,
                items,
                model,
                new PriceFigures(n, medianTiyn, madTiyn),
                overlaps,
                typos,
                today);
    }

    /** Of a hundred phones in each of the two items so many are the same. */
    DossierDraft shared(int phones, String importItem) {
        return new DossierDraft(
                own,
                siblings,
                alsoBrought,
                claims,
                items,
                model,
                prices,
                plus(overlaps, new Overlap(ITEM, ExportItem.of(importItem), 100, 100, phones)),
                typos,
                today);
    }

    /** One digit from a phone of the item's shipment that is unaccounted for, and itself of no shipment. */
    DossierDraft nearTo(Imei unaccountedFor) {
        return nearTo(ITEM, new Typo(unaccountedFor, true));
    }

    DossierDraft nearTo(ExportItem item, Typo typo) {
        return new DossierDraft(
                own, siblings, alsoBrought, claims, items, model, prices, overlaps, with(typos, item, typo), today);
    }

    DossierDraft judgedOn(String day) {
        return new DossierDraft(
                own, siblings, alsoBrought, claims, items, model, prices, overlaps, typos, Facts.on(day));
    }

    /** As if the word had not been said: a fact is withdrawn, and what was the last word is taken away. */
    DossierDraft without(FactRef word) {
        if (word.stream().equals(Devices.PHONE.key())) {
            return withOwn(without(own, word));
        }
        return new DossierDraft(
                own,
                without(siblings, word),
                without(alsoBrought, word),
                claims,
                items,
                model,
                prices,
                overlaps,
                typos,
                today);
    }

    /** Every word about the device under whatever IMEI, and about what its declarant brought. */
    List<FactRef> words() {
        List<FactRef> words = new ArrayList<>();
        refs(Devices.PHONE, own, words);
        siblings.forEach((imei, events) -> refs(imei, events, words));
        alsoBrought.forEach((imei, events) -> refs(imei, events, words));
        return words;
    }

    FactRef lastWord() {
        return new FactRef(Devices.PHONE.key(), own.size() - 1L);
    }

    Dossier dossier() {
        CaseFile file = CaseFile.of(Devices.PHONE, own);
        Map<Long, PriceFigures> usual = new HashMap<>();
        if (prices != null) {
            file.all(DeviceImported.class).forEach(it -> usual.put(it.sequence(), prices));
        }
        List<CaseFile> brought = new ArrayList<>(List.of(file));
        alsoBrought.forEach((imei, events) -> brought.add(CaseFile.of(imei, events)));
        List<CaseFile> others = new ArrayList<>();
        siblings.forEach((imei, events) -> others.add(CaseFile.of(imei, events)));
        return new Dossier(
                file,
                others,
                new Surroundings(claims, items, model, usual, overlaps, typos, brought, today),
                TERMS,
                ZONE);
    }

    private DossierDraft withOwn(List<DeviceEvent> events) {
        return new DossierDraft(events, siblings, alsoBrought, claims, items, model, prices, overlaps, typos, today);
    }

    private static List<DeviceEvent> events(Imei imei, Draft<?>... facts) {
        List<DeviceEvent> events = new ArrayList<>();
        for (Draft<?> fact : facts) {
            events.add(fact.of(imei).fact());
        }
        return events;
    }

    private static void refs(Imei imei, List<DeviceEvent> events, List<FactRef> words) {
        for (int i = 0; i < events.size(); i++) {
            words.add(new FactRef(imei.key(), i));
        }
    }

    private static Map<Imei, List<DeviceEvent>> without(Map<Imei, List<DeviceEvent>> files, FactRef word) {
        Map<Imei, List<DeviceEvent>> fewer = new LinkedHashMap<>();
        files.forEach(
                (imei, events) -> fewer.put(imei, imei.key().equals(word.stream()) ? without(events, word) : events));
        return fewer;
    }

    private static List<DeviceEvent> without(List<DeviceEvent> events, FactRef word) {
        DeviceEvent event = events.get((int) word.sequence());
        if (event instanceof Fact) {
            return plus(events, withdrawal(event.imei(), word.sequence()));
        }
        List<DeviceEvent> fewer = new ArrayList<>(events);
        fewer.remove((int) word.sequence());
        return List.copyOf(fewer);
    }

    private static FactWithdrawn withdrawal(Imei imei, long sequence) {
        return new FactWithdrawn(imei, Facts.on("2026-01-10"), SOURCE, sequence, "recorded in error");
    }

    private static <T> List<T> plus(List<T> some, T one) {
        List<T> longer = new ArrayList<>(some);
        longer.add(one);
        return List.copyOf(longer);
    }

    private static <K, V> Map<K, V> with(Map<K, V> some, K key, V value) {
        Map<K, V> larger = new LinkedHashMap<>(some);
        larger.put(key, value);
        return larger;
    }
}
