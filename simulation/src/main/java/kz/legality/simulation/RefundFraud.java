package kz.legality.simulation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Refunds on phones that never left, left twice, came back, or never were: DOMAIN's typologies (a) to (e). */
final class RefundFraud {
    private static final int STAYED_PERCENT = 85;
    private static final int BRIEFLY_PERCENT = 15;
    private static final int CAME_BACK_PERCENT = 60;

    private RefundFraud() {}

    /** Imported, exported on paper, sold at home. */
    static int ghostExport(Nation nation, String name, int phones) {
        Consignment consignment = importedAndExported(nation, phones, 100);
        new Trade(nation).claims(consignment, name, "R1", "R1c");
        List<Phone> all = consignment.goods().phones();
        int stayed = Math.max(Math.min(all.size(), 12), all.size() * STAYED_PERCENT / 100);
        for (Phone phone : all.subList(0, stayed)) {
            LocalDate switchedOn = consignment.left().plusDays(nation.between(8, 60));
            Line line = nation.newLine();
            if (nation.between(1, 100) <= BRIEFLY_PERCENT) {
                nation.inUse(phone, line, switchedOn, switchedOn.plusDays(1));
            } else {
                nation.inUse(phone, line, switchedOn);
            }
            if (nation.oneIn(2)) {
                nation.registration(switchedOn, phone.imei(), line);
            }
            nation.truth.planted(phone.imei(), name, consignment.group(), "R1", "R1c");
        }
        return phones;
    }

    /** The buyer used the phone before the paper said it left, and went on using it. */
    static int neverLeft(Nation nation, String name, int phones) {
        Consignment consignment = importedAndExported(nation, phones, 100);
        new Trade(nation).claims(consignment, name, "R1", "R1b", "R1c");
        for (Phone phone : consignment.goods().phones()) {
            Line line = nation.newLine();
            nation.inUse(phone, line, consignment.day().minusDays(nation.between(10, 18)));
            nation.seen(phone, line, consignment.day().minusDays(nation.between(2, 9)));
            for (int day = 9; day < 40; day += 10) {
                nation.seen(phone, line, consignment.left().plusDays(day));
            }
            nation.registration(consignment.day().minusDays(10), phone.imei(), line);
            nation.truth.planted(phone.imei(), name, consignment.group(), "R1", "R1b", "R1c");
        }
        return phones;
    }

    /** Exported a second time, by an accomplice, without having come back. */
    static int doubleExport(Nation nation, String name, int phones) {
        Trade trade = new Trade(nation);
        Consignment first = importedAndExported(nation, phones, 120);
        trade.claims(first, name, "R2a");
        trade.exports(nation.numbers.company(), first.goods(), first.left().plusDays(nation.between(12, 40)));
        return planted(nation, name, first, "R2a");
    }

    /** One export, two claimants. */
    static int doubleClaim(Nation nation, String name, int phones) {
        Trade trade = new Trade(nation);
        Consignment consignment = importedAndExported(nation, phones, 80);
        trade.claims(consignment, name, "R2b");
        trade.claims(consignment.by(nation.numbers.company()), name, "R2b");
        return planted(nation, name, consignment, "R2b");
    }

    /** Exported twice and claimed for twice. */
    static int twiceOver(Nation nation, String name, int phones) {
        Trade trade = new Trade(nation);
        Consignment first = importedAndExported(nation, phones, 120);
        trade.claims(first, name, "R2a", "R2b");
        Consignment second = trade.exports(
                nation.numbers.company(), first.goods(), first.left().plusDays(nation.between(12, 40)));
        trade.claims(second, name, "R2a", "R2b");
        return planted(nation, name, first, "R2a", "R2b");
    }

    /** No border post has seen the goods, and the claim was paid all the same. */
    static int withoutExit(Nation nation, String name, int phones) {
        Trade trade = new Trade(nation);
        LocalDate imported = nation.tradeDay(75);
        String exporter = nation.numbers.company();
        Goods goods = trade.imports(exporter, Catalogue.flagship(nation.chance), phones, imported);
        Consignment consignment = trade.exports(exporter, goods, imported.plusDays(nation.between(20, 60)), null, 1100);
        trade.claims(consignment, name, "R2c");
        return planted(nation, name, consignment, "R2c");
    }

    /** Round and round: the same phones are cleared again by the next company, and leave again. */
    static int carousel(Nation nation, String name, int phones) {
        Trade trade = new Trade(nation);
        int rounds = nation.between(1, 2);
        LocalDate day = nation.tradeDay(rounds == 1 ? 80 : 125);
        List<String> ring = List.of(nation.numbers.company(), nation.numbers.company(), nation.numbers.company());
        Goods goods = trade.imports(ring.getFirst(), Catalogue.flagship(nation.chance), phones, day);
        for (int round = 0; round <= rounds; round++) {
            day = day.plusDays(nation.between(14, 20));
            Consignment consignment = trade.exports(ring.get(round), goods, day);
            trade.claims(consignment, name, "R3", "R2b");
            planted(nation, name, consignment, "R3", "R2b");
            if (round < rounds) {
                day = consignment.left().plusDays(nation.between(8, 14));
                goods = trade.returns(goods, ring.get(round + 1), day, "40");
            }
        }
        return phones;
    }

    /** Most of a shipment comes back among fresh goods of another importer, and is sold at home. */
    static int shipmentComesBack(Nation nation, String name, int phones) {
        Trade trade = new Trade(nation);
        Consignment consignment = importedAndExported(nation, phones, 80);
        trade.claims(consignment, name, "R3");
        List<Phone> back =
                new ArrayList<>(consignment.goods().phones().subList(0, Math.max(1, phones * CAME_BACK_PERCENT / 100)));
        back.forEach(phone -> nation.truth.planted(phone.imei(), name, consignment.group(), "R3"));
        Model model = back.getFirst().model();
        int fresh = phones / 4;
        for (int i = 0; i < fresh; i++) {
            back.add(nation.phone(model, false));
        }
        LocalDate day = consignment.left().plusDays(nation.between(15, 45));
        HonestLife.sold(nation, trade.imports(back, nation.numbers.company(), model, day), day, 60);
        return phones + fresh;
    }

    /** Numbers out of the air. */
    static int noOrigin(Nation nation, String name, int phones) {
        Consignment consignment = inventedExport(nation, phones, 0);
        new Trade(nation).claims(consignment, name, "R4");
        return planted(nation, name, consignment, "R4");
    }

    /** A good shipment topped up with numbers out of the air. */
    static int toppedUp(Nation nation, String name, int phones) {
        int invented = Math.max(3, phones / 5);
        Consignment consignment = inventedExport(nation, invented, phones - invented);
        new Trade(nation).claims(consignment, name, "R4");
        consignment
                .goods()
                .first(invented)
                .phones()
                .forEach(phone -> nation.truth.planted(phone.imei(), name, consignment.group(), "R4"));
        return phones;
    }

    /** Empty cases declared as flagships, in and out. */
    static int dummies(Nation nation, String name, int phones) {
        Trade trade = new Trade(nation);
        LocalDate imported = nation.tradeDay(75);
        String exporter = nation.numbers.company();
        List<Phone> cases = new ArrayList<>();
        for (int i = 0; i < phones; i++) {
            cases.add(nation.phone(Catalogue.DUMMY, false));
        }
        Goods goods = trade.declares(cases, exporter, Catalogue.flagship(nation.chance), imported, "40", 1000);
        Consignment consignment = trade.exports(exporter, goods, imported.plusDays(nation.between(15, 50)));
        trade.claims(consignment, name, "R5a");
        return planted(nation, name, consignment, "R5a");
    }

    /** Leaves at twice what it was worth when it came. */
    static int inflated(Nation nation, String name, int phones) {
        Trade trade = new Trade(nation);
        LocalDate imported = nation.tradeDay(75);
        String exporter = nation.numbers.company();
        Goods goods = trade.imports(exporter, Catalogue.flagship(nation.chance), phones, imported);
        LocalDate day = imported.plusDays(nation.between(15, 50));
        Consignment consignment = trade.exports(exporter, goods, day, day.plusDays(2), nation.between(1700, 2600));
        trade.claims(consignment, name, "R5c");
        return planted(nation, name, consignment, "R5c");
    }

    private static Consignment importedAndExported(Nation nation, int phones, int spanDays) {
        Trade trade = new Trade(nation);
        LocalDate imported = nation.tradeDay(spanDays);
        String exporter = nation.numbers.company();
        Goods goods = trade.imports(exporter, Catalogue.flagship(nation.chance), phones, imported);
        return trade.exports(exporter, goods, imported.plusDays(nation.between(20, 50)));
    }

    private static Consignment inventedExport(Nation nation, int invented, int imported) {
        Trade trade = new Trade(nation);
        Model model = Catalogue.flagship(nation.chance);
        String exporter = nation.numbers.company();
        LocalDate day = nation.tradeDay(60);
        List<Phone> phones = new ArrayList<>();
        for (int i = 0; i < invented; i++) {
            phones.add(nation.phone(model, false));
        }
        LocalDate left = day.plusDays(nation.between(20, 40));
        @Nullable Goods real = imported == 0 ? null : trade.imports(exporter, model, imported, day);
        if (real != null) {
            phones.addAll(real.phones());
        }
        long value = real == null ? model.valueTiyn() : real.unitValueTiyn();
        return trade.exports(exporter, new Goods(List.copyOf(phones), value, Trade.vat(value, left)), left);
    }

    private static int planted(Nation nation, String name, Consignment consignment, String... rules) {
        consignment
                .goods()
                .phones()
                .forEach(phone -> nation.truth.planted(phone.imei(), name, consignment.group(), rules));
        return consignment.goods().phones().size();
    }

    static List<Story> stories() {
        return List.of(
                new Story("ghost-export", RefundFraud::ghostExport),
                new Story("never-left", RefundFraud::neverLeft),
                new Story("double-export", RefundFraud::doubleExport),
                new Story("double-claim", RefundFraud::doubleClaim),
                new Story("exported-and-claimed-twice", RefundFraud::twiceOver),
                new Story("claim-without-exit", RefundFraud::withoutExit),
                new Story("carousel", RefundFraud::carousel),
                new Story("shipment-comes-back", RefundFraud::shipmentComesBack),
                new Story("no-origin", RefundFraud::noOrigin),
                new Story("topped-up", RefundFraud::toppedUp),
                new Story("dummies", RefundFraud::dummies),
                new Story("inflated-export", RefundFraud::inflated));
    }
}
