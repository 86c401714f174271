package kz.legality.simulation;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/** What only the networks can see: copied, invented, stale and blocked numbers, and what resembles them. */
final class NetworkFraud {
    /** A number that many phones use at once is seen at two networks on the same days too. */
    static final List<String> CLONED = List.of("R6a", "R6b");

    private static final int CLONES_MIN = 7;
    private static final int CLONES_MAX = 11;
    private static final int SIM_BOX_DAYS = 20;
    private static final int SIM_BOX_NUMBERS_PER_DAY = 4;

    private NetworkFraud() {}

    /** One number, seven to eleven phones. */
    static int manyClones(Nation nation, String name, int phones) {
        Phone phone = soldPhone(nation);
        clones(nation, phone, nation.anyDay(30));
        nation.truth.device(phone.imei(), name, phone.key(), CLONED, List.of());
        return 1;
    }

    static void clones(Nation nation, Phone phone, LocalDate from) {
        int count = nation.between(CLONES_MIN, CLONES_MAX);
        for (int clone = 0; clone < count; clone++) {
            Line line = nation.newLine();
            for (int day = clone % 2; day < 24; day += 3) {
                nation.seen(phone, line, from.plusDays(day));
            }
        }
    }

    /** Two phones of one number, on two networks, on the same days. */
    static int twoAtOnce(Nation nation, String name, int phones) {
        Phone phone = soldPhone(nation);
        LocalDate from = nation.anyDay(40);
        Line here = nation.newLine();
        Line there =
                nation.numbers.line(nation.numbers.person(), here.operator().other());
        for (int day = 0; day < 30; day += 2) {
            nation.seen(phone, here, from.plusDays(day));
            nation.seen(phone, there, from.plusDays(day));
        }
        nation.truth.planted(phone.imei(), name, phone.key(), "R6a");
        return 1;
    }

    /** A SIM box: a handful of numbers in a row every day, on one network. */
    static int simBox(Nation nation, String name, int phones) {
        Phone phone = nation.phone(Catalogue.CHEAPEST, false);
        LocalDate from = nation.anyDay(SIM_BOX_DAYS + 5);
        Operator operator = Operator.ALL.get(nation.chance.nextInt(Operator.ALL.size()));
        long first = 1_000_000L * nation.between(1, 8) + nation.between(1, 900_000);
        for (int i = 0; i < SIM_BOX_DAYS * SIM_BOX_NUMBERS_PER_DAY; i++) {
            Line numbered = nation.numbers.line("", operator);
            Line line = new Line(
                    "",
                    String.format(Locale.ROOT, "%s%07d", operator.zones().getLast(), first + i),
                    numbered.imsi(),
                    operator);
            nation.seen(phone, line, from.plusDays(i / SIM_BOX_NUMBERS_PER_DAY));
        }
        // One network's days cannot tell whether two of its numbers were there at once: no R6a.
        nation.truth.planted(phone.imei(), name, phone.key(), "R6c", "R6b");
        return 1;
    }

    /** A number given out in 2009 wakes up in a phone of the fourth generation. */
    static int staleNumber(Nation nation, String name, int phones) {
        Phone phone = antique(nation);
        Line line = nation.newLine();
        LocalDate from = nation.anyDay(40);
        for (int day = 0; day < 40; day += 8) {
            nation.seen(phone.key(), line, from.plusDays(day), "006");
        }
        nation.truth.planted(phone.imei(), name, phone.key(), "R6d");
        return 1;
    }

    /** A true old telephone, on the second generation, as it always was. */
    static int grandmothersTelephone(Nation nation, String name, int phones) {
        Phone phone = antique(nation);
        Line line = nation.newLine();
        nation.registration(LocalDate.of(2019, 3, 1).plusDays(nation.between(0, 900)), phone.imei(), line);
        nation.nowAndThen(phone, line, nation.settings.from(), nation.settings.until());
        nation.truth.lookAlike(phone.imei(), name, phone.key(), "R6d");
        return 1;
    }

    /** Of a model that is in no catalogue. */
    static int unlisted(Nation nation, String name, int phones) {
        Phone phone = nation.phone(Catalogue.UNLISTED, false);
        Line line = nation.newLine();
        LocalDate from = nation.anyDay(120);
        for (int day = 0; day < 100; day += 20) {
            nation.seen(phone.key(), line, from.plusDays(day), "006");
        }
        nation.truth.planted(phone.imei(), name, phone.key(), "R6e");
        return 1;
    }

    /** A test number, or six equal digits. */
    static int invented(Nation nation, String name, int phones) {
        String imei = nation.oneIn(2)
                ? String.format(Locale.ROOT, "00440112%06d", nation.between(0, 999_998))
                : "353287%02d%s"
                        .formatted(
                                nation.between(0, 9),
                                String.valueOf(nation.between(1, 9)).repeat(6));
        seenNowAndThen(nation, imei);
        nation.truth.planted(imei, name, imei, "R6f");
        return 1;
    }

    /**
     * Hexadecimal, or too short: no IMEI, and so no device that a finding could be about. The archive of observations
     * shows it.
     */
    static int noImei(Nation nation, String name, int phones) {
        String sent = nation.oneIn(2)
                ? String.format(Locale.ROOT, "35328700A%05d", nation.between(0, 99_999))
                : String.format(Locale.ROOT, "353287%06d", nation.between(0, 999_999));
        seenNowAndThen(nation, sent);
        nation.truth.planted(sent, name, sent);
        return 1;
    }

    private static void seenNowAndThen(Nation nation, String imei) {
        Line line = nation.newLine();
        LocalDate from = nation.anyDay(30);
        for (int day = 0; day < 20; day += 4) {
            nation.seen(imei, line, from.plusDays(day), "006");
        }
    }

    /** Stolen, blocked, and still calling a month later. */
    static int blockEvaded(Nation nation, String name, int phones) {
        Phone phone = nation.phone(Catalogue.any(nation.chance), false);
        Line line = nation.newLine();
        LocalDate blocked = nation.anyDay(60).plusDays(14);
        nation.seen(phone, line, blocked.minusDays(10));
        nation.block(blocked, phone, reference(nation, blocked));
        for (int day = 6; day < 46; day += 10) {
            nation.seen(phone, line, blocked.plusDays(day));
        }
        nation.truth.planted(phone.imei(), name, phone.key(), "R8");
        return 1;
    }

    /** Stolen, blocked, and gone the day after. */
    static int blockHeld(Nation nation, String name, int phones) {
        Phone phone = nation.phone(Catalogue.any(nation.chance), false);
        Line line = nation.newLine();
        LocalDate blocked = nation.anyDay(60).plusDays(14);
        nation.seen(phone, line, blocked.minusDays(10));
        nation.block(blocked, phone, reference(nation, blocked));
        nation.seen(phone, line, blocked.plusDays(1));
        nation.truth.lookAlike(phone.imei(), name, phone.key(), "R8");
        return 1;
    }

    /** The number moves to another network: the old SIM in the morning, the new one in the evening. */
    static int numberPorted(Nation nation, String name, int phones) {
        Phone phone = soldPhone(nation);
        LocalDate from = nation.anyDay(90);
        Line before = nation.newLine();
        Line ported = nation.numbers.line(before.owner(), before.operator().other());
        Line after = new Line(before.owner(), before.msisdn(), ported.imsi(), ported.operator());
        LocalDate moved = from.plusDays(nation.between(20, 60));
        nation.inUse(phone, before, from, moved);
        nation.inUse(phone, after, moved);
        nation.truth.lookAlike(phone.imei(), name, phone.key(), "R6a", "R6b");
        return 1;
    }

    /** Sold on twice: three owners, one after the other. */
    static int resold(Nation nation, String name, int phones) {
        Phone phone = soldPhone(nation);
        LocalDate from = nation.anyDay(120);
        for (int owner = 0; owner < 3; owner++) {
            LocalDate to = from.plusDays(nation.between(12, 30));
            nation.inUse(phone, nation.newLine(), from, to);
            from = to.plusDays(2);
        }
        nation.truth.lookAlike(phone.imei(), name, phone.key(), "R6a", "R6b");
        return 1;
    }

    private static String reference(Nation nation, LocalDate day) {
        return String.format(Locale.ROOT, "KUSP-%d-%06d", day.getYear(), nation.between(1, 999_999));
    }

    private static Phone antique(Nation nation) {
        return nation.phone(Catalogue.ANTIQUES.get(nation.chance.nextInt(Catalogue.ANTIQUES.size())), false);
    }

    /** Lawfully brought in, so that nothing but its number's use is odd. */
    private static Phone soldPhone(Nation nation) {
        return new Trade(nation)
                .imports(nation.numbers.company(), Catalogue.everyday(nation.chance), 1, nation.settings.from())
                .phones()
                .getFirst();
    }

    static List<Story> stories() {
        return List.of(
                new Story("many-clones", NetworkFraud::manyClones),
                new Story("two-at-once", NetworkFraud::twoAtOnce),
                new Story("sim-box", NetworkFraud::simBox),
                new Story("stale-number", NetworkFraud::staleNumber),
                new Story("grandmothers-telephone", NetworkFraud::grandmothersTelephone),
                new Story("unlisted-model", NetworkFraud::unlisted),
                new Story("invented-number", NetworkFraud::invented),
                new Story("no-imei", NetworkFraud::noImei),
                new Story("block-evaded", NetworkFraud::blockEvaded),
                new Story("block-held", NetworkFraud::blockHeld),
                new Story("number-ported", NetworkFraud::numberPorted),
                new Story("resold", NetworkFraud::resold));
    }
}
