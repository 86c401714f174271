package kz.legality.simulation;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** What every story draws on: chance, numbers, the calendar, and the files in which its facts are told. */
final class Nation {
    static final String ALMATY = "55302";
    static final String KHORGOS = "55308";
    static final String ALMATY_AIRPORT = "55321";

    private static final String OFFSET = "+05:00";

    /** A flagship bought new is seen when it is switched on, on the days after, and then now and then. */
    private static final int[] FIRST_DAYS = {0, 1, 3};

    private static final int SEEN_EVERY_DAYS = 40;

    /** So that a month's figures of few subscribers are steady enough for the operators' guards. */
    private static final int SEEN_EVERY_DAYS_OF_A_SMALL_NATION = 6;

    private static final int NETWORK_FORMS = 10;
    private static final double GOLDEN = 0.618_033_988_749_895;
    private static final int TRADERS_MAX = 2_000;

    final SplittableRandom chance;
    final Numbers numbers;
    final Truth truth;
    final SimulationSettings settings;
    private final OutputFiles files;
    private double spread;
    private int nextOperator;
    private final List<String> traders = new ArrayList<>();

    Nation(SimulationSettings settings, OutputFiles files, Truth truth) {
        this.settings = settings;
        this.files = files;
        this.truth = truth;
        chance = new SplittableRandom(settings.seed());
        numbers = new Numbers(settings.seed());
        spread = chance.nextDouble();
    }

    int between(int least, int most) {
        return chance.nextInt(least, most + 1);
    }

    boolean oneIn(int many) {
        return chance.nextInt(many) == 0;
    }

    /** A day from which so many more fit before the last export that can be claimed back. */
    LocalDate tradeDay(int spanDays) {
        long room = ChronoUnit.DAYS.between(settings.from(), settings.lastClaimable()) - spanDays;
        return settings.from().plusDays(evenly(room));
    }

    /** A day from which so many more fit before the files end. */
    LocalDate anyDay(int spanDays) {
        long room = ChronoUnit.DAYS.between(settings.from(), settings.until()) - spanDays;
        return settings.from().plusDays(evenly(room));
    }

    /** From 0 up to what is given, spread as evenly as can be: no month is busier than another by accident. */
    private long evenly(long room) {
        spread = (spread + GOLDEN) % 1.0;
        return (long) (spread * Math.max(1, room));
    }

    Phone phone(Model model, boolean twoSlots) {
        return new Phone(model, numbers.imei(model), twoSlots ? numbers.imei(model) : null);
    }

    Line newLine() {
        nextOperator = (nextOperator + 1) % Operator.ALL.size();
        return numbers.line(numbers.person(), Operator.ALL.get(nextOperator));
    }

    /** A company that trades again and again, or a new one. */
    String trader() {
        if (traders.size() < TRADERS_MAX && (traders.isEmpty() || oneIn(4))) {
            traders.add(numbers.company());
            return traders.getLast();
        }
        return traders.get(chance.nextInt(traders.size()));
    }

    String at(LocalDate day, int hour) {
        return String.format(Locale.ROOT, "%sT%02d:%02d:00%s", day, hour, chance.nextInt(60), OFFSET);
    }

    void customsImport(
            String declaration,
            int item,
            String procedure,
            LocalDate day,
            String importer,
            String imei,
            String device,
            String brand,
            String model,
            long valueTiyn,
            long vatTiyn) {
        write(
                "02-customs-imports",
                "customs-imports",
                day,
                "declaration,item,procedure,registered_at,released_at,importer_bin,imei,device,brand,model,unit_value_tiyn,unit_vat_tiyn",
                String.join(
                        ",",
                        declaration,
                        String.valueOf(item),
                        procedure,
                        day + "T10:00:00" + OFFSET,
                        day.plusDays(1) + "T17:00:00" + OFFSET,
                        importer,
                        imei,
                        device,
                        quoted(brand),
                        quoted(model),
                        String.valueOf(valueTiyn),
                        String.valueOf(vatTiyn)));
    }

    /** @param sent day of the customs' file that carries the row: a correction comes later than what it corrects */
    void customsExport(
            LocalDate sent,
            String declaration,
            int item,
            String procedure,
            LocalDate day,
            @Nullable LocalDate exited,
            String exporter,
            String destination,
            String imei,
            long valueTiyn) {
        write(
                "03-customs-exports",
                "customs-exports",
                sent,
                "declaration,item,procedure,registered_at,exited_at,exporter_bin,destination,imei,unit_value_tiyn",
                String.join(
                        ",",
                        declaration,
                        String.valueOf(item),
                        procedure,
                        day + "T11:00:00" + OFFSET,
                        exited == null ? "" : exited + "T16:00:00" + OFFSET,
                        exporter,
                        destination,
                        imei,
                        String.valueOf(valueTiyn)));
    }

    void personalDeclaration(LocalDate day, String iin, String document, Phone phone, String tracking) {
        write(
                "04-personal-declarations",
                "personal-declarations",
                day,
                "declaration,person_iin,document,crossed_at,imei,device,brand,model,unit_value_tiyn,tracking",
                String.join(
                        ",",
                        numbers.declaration(ALMATY_AIRPORT, day),
                        iin,
                        document,
                        at(day, between(6, 22)),
                        phone.imei(),
                        "",
                        quoted(phone.model().brand()),
                        quoted(phone.model().name()),
                        String.valueOf(phone.model().valueTiyn()),
                        tracking));
    }

    void registration(LocalDate day, String imei, Line line) {
        write(
                "05-registrations",
                "registrations",
                day,
                "registered_at,imei,owner,msisdn,imsi,operator",
                String.join(
                        ",",
                        at(day, between(9, 20)),
                        imei,
                        line.owner(),
                        line.msisdn(),
                        line.imsi(),
                        line.operator().id()));
    }

    void block(LocalDate day, Phone phone, String reference) {
        write(
                "06-blocks",
                "blocks",
                day,
                "ordered_at,imei,authority,reason,reference",
                String.join(",", at(day, between(8, 12)), phone.imei(), "MVD", "stolen", reference));
    }

    void refundClaim(
            LocalDate day,
            String claim,
            String period,
            String claimant,
            String declaration,
            int item,
            long vatTiyn,
            String replaces) {
        write(
                "07-refund-claims",
                "refund-claims",
                day,
                "claim,period,claimant_bin,filed_at,declaration,item,vat_tiyn,replaces",
                String.join(
                        ",",
                        claim,
                        period,
                        claimant,
                        day + "T12:00:00" + OFFSET,
                        declaration,
                        String.valueOf(item),
                        String.valueOf(vatTiyn),
                        replaces));
    }

    /** A phone in daily use from this day on, to the end of the files. */
    void inUse(Phone phone, Line line, LocalDate from) {
        inUse(phone, line, from, settings.until());
    }

    void inUse(Phone phone, Line line, LocalDate from, LocalDate to) {
        for (int day : FIRST_DAYS) {
            if (!from.plusDays(day).isAfter(to)) {
                seen(phone, line, from.plusDays(day));
            }
        }
        nowAndThen(phone, line, from.plusDays(between(8, SEEN_EVERY_DAYS)), to);
    }

    /** As somebody who does not just begin to use it. */
    void nowAndThen(Phone phone, Line line, LocalDate from, LocalDate to) {
        int days = settings.aFileCoversAMonth() ? SEEN_EVERY_DAYS : SEEN_EVERY_DAYS_OF_A_SMALL_NATION;
        for (LocalDate day = from; !day.isAfter(to); day = day.plusDays(between(days * 2 / 3, days + 2))) {
            seen(phone, line, day);
        }
    }

    void seen(Phone phone, Line line, LocalDate day) {
        seen(asSent(phone), line, day, phone.model().bands().contains("LTE") ? "006" : "002");
    }

    /** @param rat codes of TS 29.274: 002 second generation, 001 third, 006 fourth */
    void seen(String imei, Line line, LocalDate day, String rat) {
        if (day.isBefore(settings.from()) || day.isAfter(settings.until())) {
            return;
        }
        int length = settings.operatorPeriodDays();
        LocalDate end = settings.until().minusDays(ChronoUnit.DAYS.between(day, settings.until()) / length * length);
        LocalDate begin = end.minusDays(length - 1);
        files.row(
                line.operator().id() + "_" + basic(begin) + "_" + basic(end) + ".csv",
                "operator",
                "date,imei,imsi,msisdn,rat",
                String.join(",", basic(day), imei, line.imsi(), line.msisdn(), rat));
    }

    /** Networks send 14 digits, 15 with a spare 0, or 16 with a software version. */
    private String asSent(Phone phone) {
        return switch (chance.nextInt(NETWORK_FORMS)) {
            case 0 -> phone.key() + "0";
            case 1 -> phone.key() + "07";
            default -> phone.key();
        };
    }

    private void write(String prefix, String kind, LocalDate day, String header, String row) {
        String month = day.isBefore(settings.from())
                ? "1-earlier"
                : settings.aFileCoversAMonth()
                        ? String.format(Locale.ROOT, "%d-%02d", day.getYear(), day.getMonthValue())
                        : day.getYear() + "-Q" + (1 + (day.getMonthValue() - 1) / 3);
        files.row(prefix + "-" + month + ".csv", kind, header, row);
    }

    private static String basic(LocalDate day) {
        return String.format(Locale.ROOT, "%d%02d%02d", day.getYear(), day.getMonthValue(), day.getDayOfMonth());
    }

    private static String quoted(String text) {
        return text.indexOf(',') < 0 ? text : '"' + text + '"';
    }
}
