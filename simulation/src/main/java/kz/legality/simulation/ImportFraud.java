package kz.legality.simulation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Goods declared as what they are not, and phones brought in on others' papers. */
final class ImportFraud {
    private static final int FAIR_LOTS = 7;
    private static final int FAIR_LOT_PHONES = 10;
    private static final int STRAW_MAN_PHONES = 5;
    private static final int PARCEL_PHONES = 4;

    private ImportFraud() {}

    /** Flagships on paper that says a budget model of another brand. */
    static int disguised(Nation nation, String name, int phones) {
        Trade trade = new Trade(nation);
        List<Phone> lot = new ArrayList<>();
        for (int i = 0; i < phones; i++) {
            lot.add(nation.phone(Catalogue.DISGUISED, false));
        }
        LocalDate day = nation.tradeDay(30);
        Model declared = Catalogue.EVERYDAY.get(2);
        Goods goods = trade.declares(lot, nation.numbers.company(), declared, day, "40", 1000);
        HonestLife.sold(nation, goods, day, 60);
        return planted(nation, name, lot, "R5a");
    }

    /** Declared at a third of what everybody else declares for the same model in the same weeks. */
    static int undervalued(Nation nation, String name, int phones) {
        Trade trade = new Trade(nation);
        LocalDate day = nation.anyDay(70);
        for (int lot = 0; lot < FAIR_LOTS; lot++) {
            LocalDate fair = day.plusDays(lot * 6L);
            HonestLife.sold(
                    nation, trade.imports(nation.numbers.company(), Catalogue.PRICED, FAIR_LOT_PHONES, fair), fair, 60);
        }
        List<Phone> cheap = new ArrayList<>();
        for (int i = 0; i < Math.min(phones, FAIR_LOT_PHONES * 2); i++) {
            cheap.add(nation.phone(Catalogue.PRICED, false));
        }
        trade.declares(
                cheap, nation.numbers.company(), Catalogue.PRICED, day.plusDays(50), "40", nation.between(280, 450));
        return FAIR_LOTS * FAIR_LOT_PHONES + planted(nation, name, cheap, "R5b");
    }

    /** One passport for five phones, none of which ever meets a SIM of its holder. */
    static int strawMan(Nation nation, String name, int phones) {
        String iin = nation.numbers.person();
        LocalDate day = nation.anyDay(120);
        List<Phone> carried = new ArrayList<>();
        for (int i = 0; i < STRAW_MAN_PHONES; i++) {
            Phone phone = nation.phone(Catalogue.flagship(nation.chance), false);
            LocalDate crossed = day.plusDays(i * 9L);
            nation.personalDeclaration(crossed, iin, nation.numbers.document(), phone, "");
            HonestLife.sold(nation, phone, crossed.plusDays(nation.between(3, 30)));
            carried.add(phone);
        }
        return planted(nation, name, carried, "R7");
    }

    /** Four phones in one parcel. */
    static int fullParcel(Nation nation, String name, int phones) {
        String iin = nation.numbers.person();
        String parcel = nation.numbers.parcel();
        LocalDate day = nation.anyDay(60);
        List<Phone> sent = new ArrayList<>();
        for (int i = 0; i < PARCEL_PHONES; i++) {
            Phone phone = nation.phone(Catalogue.everyday(nation.chance), false);
            nation.personalDeclaration(day, iin, nation.numbers.document(), phone, parcel);
            HonestLife.sold(nation, phone, day.plusDays(nation.between(3, 30)));
            sent.add(phone);
        }
        return planted(nation, name, sent, "R7");
    }

    /** One for himself, one for his mother. */
    static int giftToFamily(Nation nation, String name, int phones) {
        Line own = nation.newLine();
        LocalDate day = nation.anyDay(40);
        for (int i = 0; i < 2; i++) {
            Phone phone = nation.phone(Catalogue.everyday(nation.chance), false);
            Line line = i == 0 ? own : nation.newLine();
            nation.personalDeclaration(day, own.owner(), nation.numbers.document(), phone, "");
            nation.registration(day.plusDays(2), phone.imei(), line);
            nation.inUse(phone, line, day.plusDays(2));
            nation.truth.lookAlike(phone.imei(), name, phone.key(), "R7");
        }
        return 2;
    }

    private static int planted(Nation nation, String name, List<Phone> phones, String rule) {
        String group = phones.getFirst().key();
        phones.forEach(phone -> nation.truth.planted(phone.imei(), name, group, rule));
        return phones.size();
    }

    static List<Story> stories() {
        return List.of(
                new Story("disguised-import", ImportFraud::disguised),
                new Story("undervalued-import", ImportFraud::undervalued),
                new Story("straw-man", ImportFraud::strawMan),
                new Story("full-parcel", ImportFraud::fullParcel),
                new Story("gift-to-family", ImportFraud::giftToFamily));
    }
}
