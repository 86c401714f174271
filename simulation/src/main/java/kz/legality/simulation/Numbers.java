package kz.legality.simulation;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import kz.legality.identifier.Bin;
import kz.legality.identifier.Iin;
import kz.legality.identifier.Imei;

/** Gives out identifiers, each once, with true check digits. */
final class Numbers {
    private static final int SERIALS_PER_TAC = 1_000_000;

    /** Prime to ten, so that counting by it visits each serial once, and neighbours differ in several digits. */
    private static final long SERIAL_STRIDE = 618_033L;

    private static final int TACS_PER_MODEL_MAX = 100;
    private static final int LINES_PER_ZONE = 10_000_000;
    private static final long LINE_STRIDE = 6_180_339L;
    private static final int DAYS_OF_BIRTH = 20_000;

    private final long offset;
    private final Map<String, Integer> serials = new HashMap<>();
    private final Map<String, Integer> declarations = new HashMap<>();
    private final long[] lines = new long[Operator.ALL.size()];
    private long persons;
    private int companies;
    private int devices;
    private int documents;
    private int claims;
    private int parcels;

    Numbers(long seed) {
        offset = Math.floorMod(seed * 7_919, SERIALS_PER_TAC);
    }

    /** 15 digits. A serial number of six equal digits is a test's, and is left out. */
    String imei(Model model) {
        while (true) {
            int count = serials.merge(model.tacs(), 1, Integer::sum) - 1;
            int tac = count / SERIALS_PER_TAC;
            if (tac >= TACS_PER_MODEL_MAX) {
                throw new IllegalArgumentException("more phones than " + model.marketing() + " has numbers for");
            }
            long serial = (offset + count % SERIALS_PER_TAC * SERIAL_STRIDE) % SERIALS_PER_TAC;
            if (serial % 111_111 != 0) {
                return new Imei(String.format(Locale.ROOT, "%s%02d%06d", model.tacs(), tac, serial)).printed();
            }
        }
    }

    /** Models, and the number of TACs of each that are in use. */
    Map<String, Integer> tacsInUse() {
        Map<String, Integer> used = new TreeMap<>();
        serials.forEach((model, count) -> used.put(model, (count - 1) / SERIALS_PER_TAC + 1));
        return used;
    }

    String person() {
        while (true) {
            long number = persons++;
            LocalDate born = LocalDate.of(1950, 1, 1).plusDays(number * 7_919 % DAYS_OF_BIRTH);
            String eleven = String.format(
                    Locale.ROOT,
                    "%02d%02d%02d%d%04d",
                    born.getYear() % 100,
                    born.getMonthValue(),
                    born.getDayOfMonth(),
                    (born.getYear() < 2000 ? 3 : 5) + (int) (number % 2),
                    number / DAYS_OF_BIRTH % 10_000);
            Optional<Iin> iin = Iin.completing(eleven);
            if (iin.isPresent()) {
                return iin.get().value();
            }
        }
    }

    String company() {
        while (true) {
            int number = companies++;
            Optional<Bin> bin = Bin.completing(String.format(
                    Locale.ROOT, "%02d%02d40%05d", 10 + number % 15, 1 + number % 12, number * 31 % 100_000));
            if (bin.isPresent()) {
                return bin.get().value();
            }
        }
    }

    /** {@code office/ddmmyy/sequence}, box A. */
    String declaration(String office, LocalDate day) {
        String head = String.format(
                Locale.ROOT, "%s/%02d%02d%02d/", office, day.getDayOfMonth(), day.getMonthValue(), day.getYear() % 100);
        return head + String.format(Locale.ROOT, "%07d", declarations.merge(head, 1, Integer::sum));
    }

    Line line(String owner, Operator operator) {
        long number = lines[operator.index()]++;
        String zone = operator.zones()
                .get((int) (number / LINES_PER_ZONE % operator.zones().size()));
        long digits = (offset + number % LINES_PER_ZONE * LINE_STRIDE) % LINES_PER_ZONE;
        return new Line(
                owner,
                String.format(Locale.ROOT, "%s%07d", zone, digits),
                String.format(Locale.ROOT, "%s%010d", operator.plmn(), number * 37 + 1),
                operator);
    }

    /** A line of a neighbouring country, in roaming on one of our networks. */
    Line foreignLine(Operator visited) {
        long number = lines[visited.index()]++;
        return new Line(
                "",
                String.format(Locale.ROOT, "9989%08d", number % 100_000_000),
                String.format(Locale.ROOT, "43404%010d", number),
                visited);
    }

    /** Groups the IMEIs of one device: no two devices of a file may share it. */
    String device() {
        return "D" + ++devices;
    }

    String document() {
        return String.format(Locale.ROOT, "N%08d", 10_000_000 + documents++);
    }

    String claim(String period) {
        return String.format(Locale.ROOT, "300-%s-%06d", period, ++claims);
    }

    String parcel() {
        return String.format(Locale.ROOT, "RR%09dAE", 100_000_000 + parcels++);
    }
}
