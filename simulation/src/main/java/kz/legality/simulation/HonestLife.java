package kz.legality.simulation;

import java.time.LocalDate;
import java.util.List;

/** People who buy phones and use them, and those who come by. */
final class HonestLife {
    private static final LocalDate RULES_FROM = LocalDate.of(2025, 3, 25);
    private static final int USED_BEFORE_DAYS = 600;
    private static final int SOLD_PERCENT = 75;
    private static final int LOT_PHONES_MAX = 240;

    private HonestLife() {}

    /** In use before the rules: lawful to the end of their lives. */
    static int inUseBeforeTheRules(Nation nation, String name, int phones) {
        for (int i = 0; i < phones; i++) {
            Phone phone = nation.phone(Catalogue.everyday(nation.chance), false);
            Line line = nation.newLine();
            nation.registration(RULES_FROM.minusDays(nation.between(1, USED_BEFORE_DAYS)), phone.imei(), line);
            nation.nowAndThen(
                    phone, line, nation.settings.from().plusDays(nation.between(0, 30)), nation.settings.until());
        }
        return phones;
    }

    /** Cleared, put on the shelf, sold, registered by the buyer. */
    static int soldAtHome(Nation nation, String name, int phones) {
        Trade trade = new Trade(nation);
        String importer = nation.trader();
        int lot = Math.min(
                phones, nation.between(1, 4) * Math.clamp(nation.settings.devices() / 200, 1, LOT_PHONES_MAX / 4));
        LocalDate day = nation.anyDay(20);
        sold(nation, trade.imports(importer, Catalogue.any(nation.chance), lot, day), day, SOLD_PERCENT);
        return lot;
    }

    static void sold(Nation nation, Goods goods, LocalDate imported, int percent) {
        for (Phone phone : goods.phones()) {
            LocalDate bought = imported.plusDays(nation.between(4, 90));
            if (nation.between(1, 100) <= percent && !bought.isAfter(nation.settings.until())) {
                sold(nation, phone, bought);
            }
        }
    }

    static void sold(Nation nation, Phone phone, LocalDate bought) {
        Line line = nation.newLine();
        nation.registration(bought, phone.imei(), line);
        nation.inUse(phone, line, bought);
    }

    /** Home from abroad with a phone of their own. */
    static int travellers(Nation nation, String name, int phones) {
        for (int i = 0; i < phones; i++) {
            Phone phone = nation.phone(Catalogue.any(nation.chance), false);
            Line line = nation.newLine();
            LocalDate crossed = nation.anyDay(5);
            nation.personalDeclaration(
                    crossed,
                    line.owner(),
                    nation.numbers.document(),
                    phone,
                    nation.oneIn(8) ? nation.numbers.parcel() : "");
            nation.registration(crossed.plusDays(1), phone.imei(), line);
            nation.inUse(phone, line, crossed.plusDays(1));
        }
        return phones;
    }

    /** Nobody cleared them; their owners registered them all the same. */
    static int greyMarket(Nation nation, String name, int phones) {
        for (int i = 0; i < phones; i++) {
            sold(nation, nation.phone(Catalogue.any(nation.chance), false), nation.anyDay(1));
        }
        return phones;
    }

    /** Visitors in roaming. */
    static int visitors(Nation nation, String name, int phones) {
        for (int i = 0; i < phones; i++) {
            LocalDate came = nation.anyDay(6);
            nation.inUse(
                    nation.phone(Catalogue.any(nation.chance), false),
                    nation.numbers.foreignLine(Operator.ALL.get(nation.chance.nextInt(Operator.ALL.size()))),
                    came,
                    came.plusDays(5));
        }
        return phones;
    }

    static List<Story> stories() {
        return List.of(
                new Story("in-use-before-the-rules", HonestLife::inUseBeforeTheRules),
                new Story("sold-at-home", HonestLife::soldAtHome),
                new Story("travellers", HonestLife::travellers),
                new Story("grey-market", HonestLife::greyMarket),
                new Story("visitors", HonestLife::visitors));
    }
}
