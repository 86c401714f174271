package kz.legality.example;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;
import kz.legality.device.DeviceEvent.Fact;
import kz.legality.identifier.Bin;
import kz.legality.identifier.DeclarationNumber;
import kz.legality.identifier.Iin;
import kz.legality.identifier.Imei;
import kz.legality.identifier.Imsi;
import kz.legality.identifier.Malformed;
import kz.legality.identifier.Msisdn;

/** Random but repeatable examples: one seed always gives the same ones. */
public final class Generators {
    private static final String[] REPORTING_BODIES = {"01", "35", "86", "91", "99"};
    private static final String[] PROCEDURES_IN = {"40", "40", "40", "60", "53", "78", "80", "96"};
    private static final String[] PROCEDURES_OUT = {"10", "10", "31", "23"};
    private static final DateTimeFormatter BOX_A = DateTimeFormatter.ofPattern("ddMMyy");
    private static final LocalDate FIRST_DAY = LocalDate.of(2024, 9, 1);
    private static final int DAYS = 600;

    private final RandomGenerator random;

    public Generators(long seed) {
        this.random = new Random(seed);
    }

    /** Seeds for {@code @MethodSource}: a law is tried with each, and the failing one stands in the test's name. */
    public static LongStream seeds(int count) {
        return LongStream.rangeClosed(1, count);
    }

    public RandomGenerator random() {
        return random;
    }

    /** 15 digits with the true check digit, never a test TAC. */
    public Imei imei() {
        String body = REPORTING_BODIES[random.nextInt(REPORTING_BODIES.length)];
        return Imei.declared(new Imei(body + digits(12)).printed());
    }

    public Iin iin() {
        while (true) {
            LocalDate born = LocalDate.of(1950, 1, 1).plusDays(random.nextInt(20_000));
            String century = born.getYear() < 2000 ? "3" : "5";
            String eleven = born.format(DateTimeFormatter.ofPattern("yyMMdd")) + century + digits(4);
            for (int check = 0; check < 10; check++) {
                try {
                    return new Iin(eleven + check);
                } catch (Malformed next) {
                    continue;
                }
            }
        }
    }

    public Bin bin() {
        while (true) {
            String eleven = "%02d%02d%d%d%s"
                    .formatted(
                            random.nextInt(26),
                            1 + random.nextInt(12),
                            4 + random.nextInt(3),
                            random.nextInt(4),
                            digits(5));
            for (int check = 0; check < 10; check++) {
                try {
                    return new Bin(eleven + check);
                } catch (Malformed next) {
                    continue;
                }
            }
        }
    }

    public Msisdn msisdn() {
        return new Msisdn("7701" + digits(7));
    }

    public Imsi imsi() {
        return new Imsi("40102" + digits(10));
    }

    /** Of a Kazakh office. */
    public DeclarationNumber declaration() {
        return declarationOf(day());
    }

    private DeclarationNumber declarationOf(LocalDate day) {
        return new DeclarationNumber("505%s/%s/%s".formatted(digits(2), day.format(BOX_A), digits(7)));
    }

    /** A day around the one the rules came into force on. */
    public LocalDate day() {
        return FIRST_DAY.plusDays(random.nextInt(DAYS));
    }

    /**
     * What sources may say of one IMEI, all at different moments and no two of them about the same thing, in the order of
     * their moments.
     */
    public List<Fact> life(Imei imei, int facts) {
        List<Fact> life = new ArrayList<>();
        for (int i = 0; i < facts; i++) {
            LocalDate day = FIRST_DAY.plusDays((long) DAYS * i / facts);
            OffsetDateTime at =
                    day.atTime(8, random.nextInt(60), random.nextInt(60)).atOffset(Facts.ALMATY);
            life.add(fact(imei, at, i));
        }
        return List.copyOf(life);
    }

    private Fact fact(Imei imei, OffsetDateTime at, int number) {
        LocalDate day = at.toLocalDate();
        return switch (random.nextInt(9)) {
            case 0, 1 -> {
                ImportDraft draft = Facts.imported(imei)
                        .declaration(declarationOf(day).value())
                        .procedure(PROCEDURES_IN[random.nextInt(PROCEDURES_IN.length)])
                        .by(bin())
                        .at(at);
                yield (random.nextInt(6) == 0 ? draft.notReleased() : draft).fact();
            }
            case 2 ->
                Facts.declared(imei)
                        .declaration(declarationOf(day).value())
                        .by(iin())
                        .at(at)
                        .fact();
            case 3, 4, 5 -> {
                RegistrationDraft draft = Facts.registered(imei)
                        .line(msisdn().value(), imsi().value())
                        .at(at);
                yield (random.nextBoolean() ? draft.to(iin()) : draft.to(bin())).fact();
            }
            case 6, 7 -> {
                ExportDraft draft = Facts.exported(imei)
                        .declaration(declarationOf(day).value())
                        .procedure(PROCEDURES_OUT[random.nextInt(PROCEDURES_OUT.length)])
                        .by(bin())
                        .at(at);
                yield (random.nextBoolean() ? draft.notExited() : draft).fact();
            }
            default ->
                random.nextInt(3) == 0
                        ? Facts.ordered(imei, "№ " + number).at(at).fact()
                        : Facts.cloned(imei).evidence("window " + number).at(at).fact();
        };
    }

    private String digits(int count) {
        StringBuilder text = new StringBuilder(count);
        for (int i = 0; i < count; i++) {
            text.append((char) ('0' + random.nextInt(10)));
        }
        return text.toString();
    }
}
