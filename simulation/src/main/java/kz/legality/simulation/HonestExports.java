package kz.legality.simulation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** Lawful exports and their claims: most have nothing to look at, some resemble what a rule looks for. */
final class HonestExports {
    private static final LocalDate OLD_STOCK_UNTIL = LocalDate.of(2025, 2, 20);

    private HonestExports() {}

    /** Two items, both gone for good. */
    static int plain(Nation nation, String name, int phones) {
        Trade trade = new Trade(nation);
        String exporter = nation.trader();
        LocalDate day = nation.tradeDay(75);
        LocalDate left = day.plusDays(nation.between(20, 60));
        int half = Math.max(1, phones / 2);
        Goods dear = trade.imports(exporter, Catalogue.any(nation.chance), half, day);
        Goods cheap = trade.imports(exporter, Catalogue.everyday(nation.chance), half, day.plusDays(2));
        trade.claims(
                List.of(trade.exports(exporter, dear, left), trade.exports(exporter, cheap, left)), left, "", name);
        return 2 * half;
    }

    /** A visitor who bought one abroad comes by with a foreign SIM. */
    static int visitorBringsOneBack(Nation nation, String name, int phones) {
        Consignment consignment = claimed(nation, name, phones);
        LocalDate came = consignment.left().plusDays(nation.between(10, 70));
        return resembles(
                nation,
                name,
                consignment,
                1,
                "R1",
                phone -> nation.inUse(phone, nation.numbers.foreignLine(Operator.KCELL), came, came.plusDays(6)));
    }

    /** A traveller of ours bought one abroad, declares it, and uses it. */
    static int travellerBringsOneBack(Nation nation, String name, int phones) {
        Consignment consignment = claimed(nation, name, phones);
        return resembles(nation, name, consignment, 1, "R1", phone -> {
            LocalDate crossed = consignment.left().plusDays(nation.between(10, 50));
            Line line = nation.newLine();
            nation.personalDeclaration(crossed, line.owner(), nation.numbers.document(), phone, "");
            nation.inUse(phone, line, crossed.plusDays(1));
        });
    }

    /** Tried out in the shop before it was exported, and never again. */
    static int triedBeforeExport(Nation nation, String name, int phones) {
        Consignment consignment = claimed(nation, name, phones);
        return resembles(
                nation,
                name,
                consignment,
                3,
                "R1",
                phone -> nation.seen(phone, nation.newLine(), consignment.day().minusDays(nation.between(2, 12))));
    }

    /** Still answers on the day it leaves and the day after. */
    static int seenOnItsWayOut(Nation nation, String name, int phones) {
        Consignment consignment = claimed(nation, name, phones);
        return resembles(nation, name, consignment, 3, "R1", phone -> {
            Line line = nation.newLine();
            nation.seen(phone, line, consignment.left());
            nation.seen(phone, line, consignment.left().plusDays(1));
        });
    }

    /** The buyer abroad sends a part back; it is re-imported by procedure 60 and sold at home. */
    static int reimported(Nation nation, String name, int phones) {
        Trade trade = new Trade(nation);
        Consignment consignment = claimed(nation, name, phones);
        int back = Math.max(2, phones / 3);
        LocalDate day = consignment.left().plusDays(nation.between(12, 40));
        HonestLife.sold(
                nation, trade.returns(consignment.goods().first(back), consignment.exporter(), day, "60"), day, 80);
        return resembles(nation, name, consignment, back, "R3", phone -> {});
    }

    /** Two come back for repair under warranty, by procedure 60, and go to customers at home instead. */
    static int warrantyReturn(Nation nation, String name, int phones) {
        Trade trade = new Trade(nation);
        Consignment consignment = claimed(nation, name, phones);
        LocalDate day = consignment.left().plusDays(nation.between(15, 60));
        Goods broken = trade.returns(consignment.goods().first(2), consignment.exporter(), day, "60");
        return resembles(
                nation,
                name,
                consignment,
                broken.phones().size(),
                "R1",
                phone -> HonestLife.sold(nation, phone, day.plusDays(nation.between(5, 20))));
    }

    /** The customs correct the declaration: same number, another day of exit and another value. */
    static int correctedDeclaration(Nation nation, String name, int phones) {
        Trade trade = new Trade(nation);
        Consignment consignment = claimed(nation, name, phones);
        LocalDate sent = consignment.left().plusDays(nation.between(5, 25));
        Consignment corrected = consignment.corrected(consignment.left().plusDays(1), 1020);
        return resembles(nation, name, consignment, phones, "R2a", phone -> trade.row(corrected, phone.imei(), sent));
    }

    /** The border post reports the exit weeks after the declaration. */
    static int exitReportedLate(Nation nation, String name, int phones) {
        Trade trade = new Trade(nation);
        LocalDate imported = nation.tradeDay(75);
        String exporter = nation.trader();
        Goods goods = trade.imports(exporter, Catalogue.any(nation.chance), phones, imported);
        Consignment consignment = trade.exports(exporter, goods, imported.plusDays(nation.between(20, 50)), null, 1100);
        trade.claims(consignment, name);
        Consignment reported = consignment.corrected(consignment.day().plusDays(3), 1000);
        LocalDate sent = consignment.day().plusDays(nation.between(25, 60));
        return resembles(nation, name, consignment, phones, "R2c", phone -> trade.row(reported, phone.imei(), sent));
    }

    /** Sold to a member of the union: there is no border post on the way that could report an exit. */
    static int dispatchedToTheUnion(Nation nation, String name, int phones) {
        Trade trade = new Trade(nation);
        LocalDate imported = nation.tradeDay(75);
        String exporter = nation.trader();
        Goods goods = trade.imports(exporter, Catalogue.any(nation.chance), phones, imported);
        Consignment consignment = trade.dispatches(exporter, goods, imported.plusDays(nation.between(20, 50)));
        trade.claims(consignment, name);
        return resembles(nation, name, consignment, phones, "R2c", phone -> {});
    }

    /** Imported with both IMEIs, exported under the second alone. */
    static int secondSlot(Nation nation, String name, int phones) {
        return twoSlots(nation, name, phones, "R4", false);
    }

    /** Both IMEIs of each device stand in the same item: still one device. */
    static int bothSlots(Nation nation, String name, int phones) {
        return 2 * twoSlots(nation, name, phones / 2, "R2a", true);
    }

    private static int twoSlots(Nation nation, String name, int phones, String rule, boolean both) {
        Trade trade = new Trade(nation);
        LocalDate day = nation.tradeDay(75);
        String exporter = nation.trader();
        Model model = Catalogue.any(nation.chance);
        List<Phone> pairs = new ArrayList<>();
        for (int i = 0; i < phones; i++) {
            pairs.add(nation.phone(model, true));
        }
        Goods goods = trade.imports(pairs, exporter, model, day);
        LocalDate left = day.plusDays(nation.between(20, 50));
        Consignment consignment = trade.papers(exporter, goods, left, left.plusDays(2), 1100);
        for (Phone phone : pairs) {
            if (phone.second() != null) {
                trade.row(consignment, phone.second(), left);
                nation.truth.lookAlike(phone.second(), name, consignment.group(), rule);
            }
            if (both) {
                trade.row(consignment, phone.imei(), left);
            }
        }
        trade.claims(consignment, name);
        return phones;
    }

    /** One digit of one number was mistyped; the true phone stands in the import of the same shipment. */
    static int mistyped(Nation nation, String name, int phones) {
        Trade trade = new Trade(nation);
        LocalDate day = nation.tradeDay(75);
        String exporter = nation.trader();
        Goods goods = trade.imports(exporter, Catalogue.any(nation.chance), phones, day);
        LocalDate left = day.plusDays(nation.between(20, 50));
        Consignment consignment = trade.papers(exporter, goods, left, left.plusDays(2), 1100);
        int wrong = nation.chance.nextInt(phones);
        for (int i = 0; i < phones; i++) {
            String imei = goods.phones().get(i).imei();
            if (i == wrong) {
                int place = nation.between(9, 13);
                char digit = (char) ('0' + (imei.charAt(place) - '0' + nation.between(1, 9)) % 10);
                imei = imei.substring(0, place) + digit + imei.substring(place + 1, 14);
                nation.truth.lookAlike(imei, name, consignment.group(), "R4");
            }
            trade.row(consignment, imei, left);
        }
        trade.claims(consignment, name);
        return phones;
    }

    /** Stock from before the rules, in use as shop models then. */
    static int oldStock(Nation nation, String name, int phones) {
        Trade trade = new Trade(nation);
        Model model = Catalogue.everyday(nation.chance);
        String exporter = nation.trader();
        List<Phone> stock = new ArrayList<>();
        for (int i = 0; i < phones; i++) {
            Phone phone = nation.phone(model, false);
            stock.add(phone);
            nation.registration(OLD_STOCK_UNTIL.minusDays(nation.between(0, 200)), phone.imei(), nation.newLine());
        }
        LocalDate day = nation.tradeDay(20);
        Goods goods = new Goods(List.copyOf(stock), model.valueTiyn(), Trade.vat(model.valueTiyn(), day));
        Consignment consignment = trade.exports(exporter, goods, day);
        trade.claims(consignment, name);
        return resembles(nation, name, consignment, phones, "R4", phone -> {});
    }

    /** An additional declaration replaces the first claim. */
    static int replacedClaim(Nation nation, String name, int phones) {
        Trade trade = new Trade(nation);
        Consignment consignment = exported(nation, phones);
        String first = trade.claims(consignment, name);
        trade.claims(List.of(consignment), consignment.day(), first, name);
        return resembles(nation, name, consignment, phones, "R2b", phone -> {});
    }

    /** The model written as people write it. */
    static int namedOtherwise(Nation nation, String name, int phones) {
        Trade trade = new Trade(nation);
        LocalDate day = nation.tradeDay(75);
        String exporter = nation.trader();
        Model model = Catalogue.any(nation.chance);
        List<Phone> lot = new ArrayList<>();
        for (int i = 0; i < phones; i++) {
            lot.add(nation.phone(model, false));
        }
        String written = switch (nation.chance.nextInt(4)) {
            case 0 -> model.marketing().toUpperCase(Locale.ROOT);
            case 1 -> model.brand() + " " + model.marketing();
            case 2 -> model.name().toLowerCase(Locale.ROOT).replace("-", " ");
            default -> model.marketing();
        };
        Goods goods =
                trade.declares(lot, exporter, model, model.brand().toUpperCase(Locale.ROOT), written, day, "40", 1000);
        Consignment consignment = trade.exports(exporter, goods, day.plusDays(nation.between(20, 50)));
        trade.claims(consignment, name);
        return resembles(nation, name, consignment, phones, "R5a", phone -> {});
    }

    /** One of them left, and contraband at home carries its number now: the exporter did nothing. */
    static int clonedAfterwards(Nation nation, String name, int phones) {
        Trade trade = new Trade(nation);
        LocalDate imported = nation.tradeDay(75);
        String exporter = nation.trader();
        Goods goods = trade.imports(exporter, Catalogue.CHEAPEST, phones, imported);
        Consignment consignment = trade.exports(exporter, goods, imported.plusDays(nation.between(20, 50)));
        trade.claims(consignment, name);
        Phone victim = goods.phones().getFirst();
        NetworkFraud.clones(nation, victim, consignment.left().plusDays(10));
        nation.truth.device(victim.imei(), name, consignment.group(), NetworkFraud.CLONED, List.of("R1"));
        return phones;
    }

    private static Consignment exported(Nation nation, int phones) {
        Trade trade = new Trade(nation);
        LocalDate imported = nation.tradeDay(75);
        String exporter = nation.trader();
        Goods goods = trade.imports(exporter, Catalogue.any(nation.chance), phones, imported);
        return trade.exports(exporter, goods, imported.plusDays(nation.between(20, 50)));
    }

    private static Consignment claimed(Nation nation, String name, int phones) {
        Consignment consignment = exported(nation, phones);
        new Trade(nation).claims(consignment, name);
        return consignment;
    }

    private static int resembles(
            Nation nation, String name, Consignment consignment, int count, String rule, Consumer<Phone> act) {
        consignment.goods().phones().stream().limit(count).forEach(phone -> {
            act.accept(phone);
            nation.truth.lookAlike(phone.imei(), name, consignment.group(), rule);
        });
        return consignment.goods().phones().size();
    }

    static List<Story> lookAlikes() {
        return List.of(
                new Story("visitor-brings-one-back", HonestExports::visitorBringsOneBack),
                new Story("traveller-brings-one-back", HonestExports::travellerBringsOneBack),
                new Story("tried-before-export", HonestExports::triedBeforeExport),
                new Story("seen-on-its-way-out", HonestExports::seenOnItsWayOut),
                new Story("reimported-60", HonestExports::reimported),
                new Story("warranty-return", HonestExports::warrantyReturn),
                new Story("corrected-declaration", HonestExports::correctedDeclaration),
                new Story("exit-reported-late", HonestExports::exitReportedLate),
                new Story("dispatched-to-the-union", HonestExports::dispatchedToTheUnion),
                new Story("second-slot-exported", HonestExports::secondSlot),
                new Story("both-slots-exported", HonestExports::bothSlots),
                new Story("one-digit-mistyped", HonestExports::mistyped),
                new Story("old-stock", HonestExports::oldStock),
                new Story("claim-replaced", HonestExports::replacedClaim),
                new Story("named-otherwise", HonestExports::namedOtherwise),
                new Story("cloned-afterwards", HonestExports::clonedAfterwards));
    }
}
