package kz.legality.query.finding;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import kz.legality.identifier.Imei;
import kz.legality.query.finding.Docs.ImportRow;
import kz.legality.query.store.ReadStore;
import kz.legality.query.store.Selection;
import kz.legality.rule.PriceFigures;
import kz.legality.rule.RuleTerms;
import kz.legality.rule.Undervalue;

/** Customs values by type allocation code and day, and what is usual among them. */
final class Prices {
    private static final int CODES_REMEMBERED_MAX = 64;

    private final ReadStore store;
    private final RuleTerms terms;
    private final Map<String, OfCode> codes = new HashMap<>();

    Prices(ReadStore store, RuleTerms terms) {
        this.store = store;
        this.terms = terms;
    }

    void forget() {
        codes.clear();
    }

    PriceFigures around(String tac, long day) {
        return of(tac).around(day);
    }

    /** The imports of a code whose value is too low for their day. */
    void undervalued(String tac, Consumer<String> imei) {
        OfCode code = of(tac);
        code.each((key, day, value) -> {
            PriceFigures usual = code.around(day);
            if (Undervalue.isTooLow(value, usual, terms)) {
                imei.accept(key);
            }
        });
    }

    private synchronized OfCode of(String tac) {
        if (codes.size() >= CODES_REMEMBERED_MAX) {
            codes.clear();
        }
        return codes.computeIfAbsent(tac, this::read);
    }

    private OfCode read(String tac) {
        OfCode code = new OfCode(terms.priceWindow().getDays() / 2);
        store.scan(Selection.all(Docs.IMPORTS).startingWith(tac), document -> {
            ImportRow row = ImportRow.JSON.read(document);
            if (row.commercial()) {
                code.add(document.key().substring(0, Imei.KEY_DIGITS), row.day(), row.value());
            }
        });
        return code;
    }

    private interface Each {
        void of(String imei, long day, long value);
    }

    /** One code's imports by day. */
    private static final class OfCode {
        private record Import(String imei, long value) {}

        private final int halfWindow;
        private final TreeMap<Long, List<Import>> days = new TreeMap<>();
        private final Map<Long, PriceFigures> figures = new HashMap<>();

        OfCode(int halfWindow) {
            this.halfWindow = halfWindow;
        }

        void add(String imei, long day, long value) {
            days.computeIfAbsent(day, none -> new ArrayList<>()).add(new Import(imei, value));
        }

        void each(Each each) {
            days.forEach((day, imports) -> imports.forEach(it -> each.of(it.imei(), day, it.value())));
        }

        synchronized PriceFigures around(long day) {
            return figures.computeIfAbsent(day, this::count);
        }

        private PriceFigures count(long day) {
            long[] values = days.subMap(day - halfWindow, true, day + halfWindow, true).values().stream()
                    .flatMap(List::stream)
                    .mapToLong(Import::value)
                    .toArray();
            if (values.length == 0) {
                return new PriceFigures(0, 0, 0);
            }
            double median = median(values);
            double[] away = Arrays.stream(values)
                    .mapToDouble(value -> Math.abs(value - median))
                    .sorted()
                    .toArray();
            int middle = away.length / 2;
            double mad = away.length % 2 == 1 ? away[middle] : (away[middle - 1] + away[middle]) / 2;
            return new PriceFigures(values.length, median, mad);
        }

        private static double median(long[] values) {
            Arrays.sort(values);
            int middle = values.length / 2;
            return values.length % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2.0;
        }
    }
}
