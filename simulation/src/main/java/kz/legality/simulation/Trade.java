package kz.legality.simulation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Goods in, goods out, VAT back: the papers of one company's trade. */
final class Trade {
    private static final List<String> ABROAD = List.of("AE", "UZ", "TJ", "GE", "TR");

    /** A member of the union: goods to it pass no border post, and a form confirms that they arrived. */
    private static final String UNION = "KG";

    private static final int UNION_ONE_IN = 6;
    private static final LocalDate SIXTEEN_PERCENT_FROM = LocalDate.of(2026, 1, 1);
    private static final int PRICE_SWING_PERMILLE = 40;

    private final Nation nation;

    Trade(Nation nation) {
        this.nation = nation;
    }

    /** New phones cleared for the home market, one in five with both slots declared. */
    Goods imports(String importer, Model model, int count, LocalDate day) {
        List<Phone> phones = new ArrayList<>(count);
        boolean twoSlots = nation.oneIn(5);
        for (int i = 0; i < count; i++) {
            phones.add(nation.phone(model, twoSlots));
        }
        return declares(phones, importer, model, day, "40", 1000);
    }

    Goods imports(List<Phone> phones, String importer, Model model, LocalDate day) {
        return declares(phones, importer, model, day, "40", 1000);
    }

    /** The same phones come in again. */
    Goods returns(Goods goods, String importer, LocalDate day, String procedure) {
        Model model = goods.phones().getFirst().model();
        return declares(goods.phones(), importer, model, day, procedure, 1000);
    }

    /**
     * @param declared the model that the paper names, whatever the phones are
     * @param pricePermille of the model's usual value
     */
    Goods declares(
            List<Phone> phones, String importer, Model declared, LocalDate day, String procedure, int pricePermille) {
        return declares(phones, importer, declared, declared.brand(), declared.name(), day, procedure, pricePermille);
    }

    Goods declares(
            List<Phone> phones,
            String importer,
            Model priced,
            String brand,
            String name,
            LocalDate day,
            String procedure,
            int pricePermille) {
        String declaration = nation.numbers.declaration(Nation.ALMATY, day);
        long value = priced.valueTiyn()
                * pricePermille
                / 1000
                * nation.between(1000 - PRICE_SWING_PERMILLE, 1000 + PRICE_SWING_PERMILLE)
                / 1000;
        long vat = vat(value, day);
        for (Phone phone : phones) {
            String device = phone.second() == null ? "" : nation.numbers.device();
            nation.customsImport(
                    declaration, 1, procedure, day, importer, phone.imei(), device, brand, name, value, vat);
            if (phone.second() != null) {
                nation.customsImport(
                        declaration, 1, procedure, day, importer, phone.second(), device, brand, name, value, vat);
            }
        }
        return new Goods(List.copyOf(phones), value, vat);
    }

    static long vat(long valueTiyn, LocalDate day) {
        return valueTiyn * (day.isBefore(SIXTEEN_PERCENT_FROM) ? 12 : 16) / 100;
    }

    Consignment exports(String exporter, Goods goods, LocalDate day) {
        return exports(exporter, goods, day, day.plusDays(nation.between(1, 4)), nation.between(1050, 1250));
    }

    /** @param pricePermille of the value at import */
    Consignment exports(String exporter, Goods goods, LocalDate day, @Nullable LocalDate exited, int pricePermille) {
        Consignment consignment = papers(exporter, goods, day, exited, pricePermille);
        goods.phones().forEach(phone -> row(consignment, phone.imei(), day));
        return consignment;
    }

    /** The declaration without its phones: the story names them itself, by {@link #row}. */
    Consignment papers(String exporter, Goods goods, LocalDate day, @Nullable LocalDate exited, int pricePermille) {
        // Only what passes a border post can be missed there.
        boolean union = exited != null && nation.oneIn(UNION_ONE_IN);
        return papers(exporter, union ? UNION : abroad(), goods, day, exited, pricePermille);
    }

    /** To a buyer in the union; no border post sees it leave. */
    Consignment dispatches(String exporter, Goods goods, LocalDate day) {
        Consignment consignment = papers(exporter, UNION, goods, day, null, nation.between(1050, 1250));
        goods.phones().forEach(phone -> row(consignment, phone.imei(), day));
        return consignment;
    }

    private String abroad() {
        return ABROAD.get(nation.chance.nextInt(ABROAD.size()));
    }

    private Consignment papers(
            String exporter,
            String destination,
            Goods goods,
            LocalDate day,
            @Nullable LocalDate exited,
            int pricePermille) {
        return new Consignment(
                nation.numbers.declaration(Nation.KHORGOS, day),
                1,
                exporter,
                destination,
                day,
                exited,
                goods,
                goods.unitValueTiyn() * pricePermille / 1000);
    }

    void row(Consignment consignment, String imei, LocalDate sent) {
        nation.customsExport(
                sent,
                consignment.declaration(),
                consignment.item(),
                "10",
                consignment.day(),
                consignment.exited(),
                consignment.exporter(),
                consignment.destination(),
                imei,
                consignment.unitValueTiyn());
    }

    /** The refund claim of the quarter in which the goods were declared. */
    String claims(Consignment consignment, String scenario, String... planted) {
        return claims(List.of(consignment), consignment.day(), "", scenario, planted);
    }

    /** @param quarter any day of the claim's quarter */
    String claims(
            List<Consignment> consignments, LocalDate quarter, String replaces, String scenario, String... planted) {
        Consignment first = consignments.getFirst();
        String period = quarter.getYear() + "-Q" + (1 + (quarter.getMonthValue() - 1) / 3);
        LocalDate filed = SimulationSettings.quarterEnd(quarter)
                .plusDays(nation.between(12, SimulationSettings.CLAIM_FOLLOWS_QUARTER_DAYS));
        String claim = nation.numbers.claim(period);
        long vat = 0;
        int phones = 0;
        for (Consignment each : consignments) {
            nation.refundClaim(
                    filed, claim, period, each.exporter(), each.declaration(), each.item(), each.vatTiyn(), replaces);
            vat += each.vatTiyn();
            phones += each.goods().phones().size();
        }
        nation.truth.claim(claim, first.exporter(), period, scenario, phones, vat, List.of(planted));
        return claim;
    }
}
