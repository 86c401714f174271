package kz.legality.observation;

import static java.util.Map.entry;
import static kz.legality.observation.Condition.Kind.BARRED_TAC;
import static kz.legality.observation.Condition.Kind.DAILY_AVERAGE_PERSONS;
import static kz.legality.observation.Condition.Kind.DUPLICATE_DAILY_AVERAGE;
import static kz.legality.observation.Condition.Kind.DUPLICATE_THRESHOLD;
import static kz.legality.observation.Condition.Kind.GSMA_NOT_FOUND;
import static kz.legality.observation.Condition.Kind.MALFORMED;
import static kz.legality.observation.Condition.Kind.NOT_REGISTERED;
import static kz.legality.observation.Condition.Kind.ON_ASSOCIATION_LIST;
import static kz.legality.observation.Condition.Kind.ON_MONITORING_LIST;
import static kz.legality.observation.Condition.Kind.ON_STOLEN_LIST;
import static kz.legality.observation.Condition.Kind.TEST_TAC;
import static kz.legality.observation.Condition.Kind.TRANSIENT;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import kz.legality.device.ListFact.DeviceApproved;
import kz.legality.device.ListFact.DeviceWatched;
import kz.legality.device.ListFact.PersonAssociated;
import kz.legality.device.LossFact.ReportedStolen;
import kz.legality.event.LedgerEvent;
import kz.legality.event.Source;
import kz.legality.identifier.FileHash;
import kz.legality.identifier.Imei;
import kz.legality.identifier.Imsi;
import kz.legality.identifier.PersonNumber;
import kz.legality.identifier.Tac;
import kz.legality.line.LineEvent.LineHeld;
import kz.legality.observation.Condition.Dimension;
import kz.legality.secrecy.Personal;
import kz.legality.tac.TacBarEvent.TacBarred;
import kz.legality.tac.TacEvent.TacListed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The rules of DIRBS's classification (PEERS.md 1.3) as a table: how a device was used, and by which conditions it is then
 * matched. One archive holds them all beside each other and beside 200 honest phones, and each condition has to match the
 * devices of its column and no other.
 */
class ClassificationCasesTest {
    private static final LocalDate END = LocalDate.of(2025, 6, 30);
    private static final Source ROW = new Source.FileRow(new FileHash("ab".repeat(32)), 1);
    private static final Instant MAY = Instant.parse("2025-05-01T00:00:00Z");

    private static final String FOUR_LINES = "4 subscribers in 30 days";
    private static final String AVERAGE = "2.5 subscribers a day, 3 days seen";
    private static final String PERSONS = "2.5 persons a day, 3 days seen";
    private static final String SIM_BOX = "3 numbers a day in 10 days";
    private static final String NO_MODEL = "no model after the lag";

    private static final Map<String, Dimension> CONDITIONS = Map.ofEntries(
            entry(FOUR_LINES, new Dimension(DUPLICATE_THRESHOLD, Map.of("threshold", 4L, "days", 30L), false)),
            entry(
                    AVERAGE,
                    new Dimension(
                            DUPLICATE_DAILY_AVERAGE, Map.of("threshold", 2_500L, "days", 30L, "seenDays", 3L), false)),
            entry(
                    PERSONS,
                    new Dimension(
                            DAILY_AVERAGE_PERSONS, Map.of("threshold", 2_500L, "days", 30L, "seenDays", 3L), false)),
            entry(SIM_BOX, new Dimension(TRANSIENT, Map.of("threshold", 3L, "days", 10L), false)),
            entry(NO_MODEL, Dimension.of(GSMA_NOT_FOUND)),
            entry("malformed", Dimension.of(MALFORMED)),
            entry("test TAC", Dimension.of(TEST_TAC)),
            entry("stolen", Dimension.of(ON_STOLEN_LIST)),
            entry("monitored", Dimension.of(ON_MONITORING_LIST)),
            entry("barred TAC", Dimension.of(BARRED_TAC)),
            entry("registered", Dimension.of(NOT_REGISTERED).inverted()),
            entry("associated", Dimension.of(ON_ASSOCIATION_LIST)));

    /** Used by one subscriber on one day of June. */
    private record Sighting(int day, int subscriber) {}

    /** A device, how it was used, and what it is matched by. */
    private record Case(String why, String imei, List<Sighting> seen, List<String> matched) {}

    private static final List<Case> CASES = List.of(
            of("four subscribers within the window", "35311120000001", lines(30, 1, 2, 3, 4), FOUR_LINES),
            of("three subscribers are none too many", "35311120000002", lines(30, 1, 2, 3)),
            of(
                    "the fourth on the first day of the window",
                    "35311120000003",
                    and(lines(30, 1, 2, 3), at(1, 4)),
                    FOUR_LINES),
            of("the same subscriber on many days is one", "35311120000005", days(1, 10, 1)),
            of("three a day on three days", "35311120000006", eachDay(3, 1, 2, 3), AVERAGE),
            of("three a day on two days say nothing", "35311120000007", eachDay(2, 1, 2, 3)),
            of("2.33 a day is less than 2.5", "35311120000008", and(eachDay(2, 1, 2, 3), at(3, 1))),
            of(
                    "2.5 a day is enough",
                    "35311120000009",
                    and(and(eachDay(2, 1, 2, 3), at(3, 1), at(3, 2)), at(4, 1), at(4, 2)),
                    AVERAGE),
            of("three lines of one person", "35311120000010", eachDay(3, 1001, 1002, 1003), AVERAGE),
            of("three lines of three persons", "35311120000011", eachDay(3, 2001, 2002, 2003), AVERAGE, PERSONS),
            of("numbers in progression, three a day", "35311120000012", box(10, 1), SIM_BOX, FOUR_LINES, AVERAGE),
            of("three a day on nine of ten days", "35311120000013", box(9, 1), FOUR_LINES, AVERAGE),
            of("three a day, in no progression", "35311120000014", box(10, 7), FOUR_LINES, AVERAGE),
            of("a model in no list, seen 21 days ago (lag 20)", "35999990000001", at(9, 1), NO_MODEL),
            of("a model in no list, seen 19 days ago", "35999990000002", at(12, 1)),
            of("what is no IMEI", "A1B2C3", at(30, 1), "malformed"),
            of("a test IMEI", "00101100000001", at(30, 1), "test TAC"),
            of("reported stolen, and seen", "35311120000017", at(30, 1), "stolen"),
            of("provisionally stolen", "35311120000018", at(30, 1)),
            of("provisionally on the register", "35311120000022", at(30, 1)),
            of("monitored", "35311120000019", at(30, 1), "monitored"),
            of("of a barred model", "35777770000001", at(30, 1), "barred TAC"),
            of("on the register", "35311120000020", at(30, 1), "registered"),
            of("used by a person that a list names", "35311120000021", at(30, 1), "associated"));

    @Test
    void each_condition_matches_the_devices_of_its_cases_and_no_other(@TempDir Path folder) throws ObservationsRefused {
        try (ArchiveUnderTest ledger = new ArchiveUnderTest(folder)) {
            said().forEach(ledger::record);
            ledger.feed("kcell_20250601_20250630.csv", rows().lines());

            Map<String, List<String>> found = new TreeMap<>();
            CONDITIONS.forEach((label, dimension) ->
                    found.put(label, ledger.archive().matching(new Condition(label, List.of(dimension), 1), END)));

            assertThat(found).isEqualTo(expected());
        }
    }

    private static Map<String, List<String>> expected() {
        return CONDITIONS.keySet().stream()
                .collect(Collectors.toMap(
                        label -> label,
                        label -> CASES.stream()
                                .filter(it -> it.matched().contains(label))
                                .map(it -> numberOf(it.imei()))
                                .sorted()
                                .toList(),
                        (one, other) -> one,
                        TreeMap::new));
    }

    /** As the archive tells an IMEI: a number where it is one. */
    private static String numberOf(String imei) {
        return imei.matches("\\d{14}") ? String.valueOf(Long.parseLong(imei)) : imei;
    }

    private static Rows rows() {
        Rows rows = Rows.ofHonest(200);
        for (Case each : CASES) {
            for (Sighting sighting : each.seen()) {
                rows.line(String.format(
                        "202506%02d,%s,40102%010d,7705%07d,006",
                        sighting.day(), each.imei(), sighting.subscriber(), sighting.subscriber()));
            }
        }
        return rows;
    }

    private static List<LedgerEvent> said() {
        List<LedgerEvent> said = new ArrayList<>();
        for (String tac : List.of("35209900", "35311120", "35777770")) {
            said.add(new TacListed(new Tac(tac), MAY, ROW, "Maker", "Model", List.of(), null, "", Map.of()));
        }
        for (int line = 1; line <= 3; line++) {
            said.add(held("one", 1000 + line));
            said.add(held("person-" + line, 2000 + line));
        }
        Personal<PersonNumber> person = ArchiveUnderTest.PSEUDONYMS.person(new PersonNumber("one"));
        said.add(new ReportedStolen(new Imei("35311120000017"), MAY, ROW, null, "МВД", "stolen-list 0123456789ab"));
        said.add(new DeviceWatched(new Imei("35311120000018"), MAY, ROW, null, "stolen-list", "pending"));
        said.add(new DeviceWatched(new Imei("35311120000019"), MAY, ROW, null, "monitoring-list", ""));
        said.add(new TacBarred(new Tac("35777770"), MAY, ROW, "ГРС"));
        said.add(new DeviceApproved(
                new Imei("35311120000020"), MAY, ROW, null, "registration-list", false, "1", "Maker", "Model", "", ""));
        said.add(new DeviceApproved(
                new Imei("35311120000022"), MAY, ROW, null, "registration-list", true, "2", "Maker", "Model", "", ""));
        said.add(new PersonAssociated(new Imei("35311120000021"), MAY, ROW, null, "association-list", person));
        return said;
    }

    private static LineHeld held(String person, int line) {
        Personal<PersonNumber> holder = ArchiveUnderTest.PSEUDONYMS.person(new PersonNumber(person));
        Imsi imsi = new Imsi(String.format("40102%010d", line));
        return new LineHeld(MAY, ROW, ArchiveUnderTest.PSEUDONYMS.of(imsi, holder.subject()), holder);
    }

    private static Case of(String why, String imei, List<Sighting> seen, String... matched) {
        return new Case(why, imei, seen, List.of(matched));
    }

    private static List<Sighting> at(int day, int subscriber) {
        return List.of(new Sighting(day, subscriber));
    }

    private static List<Sighting> lines(int day, int... subscribers) {
        List<Sighting> seen = new ArrayList<>();
        for (int subscriber : subscribers) {
            seen.add(new Sighting(day, subscriber));
        }
        return seen;
    }

    private static List<Sighting> days(int first, int last, int subscriber) {
        List<Sighting> seen = new ArrayList<>();
        for (int day = first; day <= last; day++) {
            seen.add(new Sighting(day, subscriber));
        }
        return seen;
    }

    private static List<Sighting> eachDay(int days, int... subscribers) {
        List<Sighting> seen = new ArrayList<>();
        for (int day = 1; day <= days; day++) {
            seen.addAll(lines(day, subscribers));
        }
        return seen;
    }

    /** Three numbers a day at the end of June, each so far from the one before; the power makes it no progression. */
    private static List<Sighting> box(int days, int power) {
        List<Sighting> seen = new ArrayList<>();
        for (int i = 0; i < days * 3; i++) {
            int number = power == 1 ? i : i * i * power;
            seen.add(new Sighting(30 - i / 3, 5_000 + number));
        }
        return seen;
    }

    @SafeVarargs
    private static List<Sighting> and(List<Sighting>... each) {
        List<Sighting> all = new ArrayList<>();
        for (List<Sighting> one : each) {
            all.addAll(one);
        }
        return all;
    }
}
