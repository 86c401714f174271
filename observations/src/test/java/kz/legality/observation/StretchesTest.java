package kz.legality.observation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.legality.device.BlockGround;
import kz.legality.device.DeviceEvent.CloneDetected;
import kz.legality.device.DeviceEvent.DeviceBlocked;
import kz.legality.device.DeviceEvent.DeviceExported;
import kz.legality.device.DeviceEvent.Fact;
import kz.legality.device.DeviceEvent.PatternObserved;
import kz.legality.device.DeviceEvent.SeenOnNetwork;
import kz.legality.event.LedgerEvent;
import kz.legality.event.Source;
import kz.legality.identifier.Bin;
import kz.legality.identifier.DeclarationNumber;
import kz.legality.identifier.FileHash;
import kz.legality.identifier.Imei;
import kz.legality.identifier.Procedure;
import kz.legality.identifier.Tac;
import kz.legality.identifier.Tiyn;
import kz.legality.observation.Condition.Dimension;
import kz.legality.observation.Condition.Kind;
import kz.legality.tac.TacEvent.TacListed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An archive that is larger than a stretch is asked stretch by stretch, and answers as if it were asked at once. */
class StretchesTest {
    private static final Source ROW = new Source.FileRow(new FileHash("ab".repeat(32)), 1);
    private static final LocalDate MAY = LocalDate.of(2025, 5, 1);
    private static final LocalDate END = LocalDate.of(2025, 6, 30);
    private static final int DEVICES = 150;
    private static final int ROWS_IN_A_STRETCH = 800;

    /** Two operators in two months: honest phones, cloned ones, SIM boxes, rows without an IMEI. */
    private static List<String> rows(int operator, LocalDate first) {
        Random random = new Random(operator * 31L + first.getMonthValue());
        List<String> lines = new ArrayList<>(List.of("date,imei,imsi,msisdn,rat"));
        for (int i = 0; i < 600; i++) {
            int device = random.nextInt(DEVICES);
            int subscriber = device < 8 ? random.nextInt(40) : device;
            String day = first.plusDays(random.nextInt(30)).toString().replace("-", "");
            lines.add(row(day, operator, i % 40 == 0 ? "ABC" + device : imei(device) + "0", subscriber));
        }
        for (int day = 0; day < 12; day++) {
            for (int number = 0; number < 12; number++) {
                lines.add(row(
                        first.plusDays(day).toString().replace("-", ""), operator, imei(9 + operator), 50 + number));
            }
        }
        return lines;
    }

    private static String row(String day, int operator, String imei, int subscriber) {
        String digits = String.format("%07d", 3 + subscriber);
        return day + "," + imei + ",4010" + operator + "000" + digits + ",770" + operator + digits + ",00"
                + (subscriber % 2 == 0 ? "6" : "2");
    }

    private static String imei(int device) {
        return (device % 3 == 0 ? "35209900" : device % 3 == 1 ? "86111122" : "01012345")
                + String.format("%06d", device * 7 + 1);
    }

    private static Stream<LedgerEvent> words() {
        List<LedgerEvent> words = new ArrayList<>();
        for (String tac : List.of("35209900", "01012345")) {
            words.add(new TacListed(
                    new Tac(tac),
                    Instant.EPOCH,
                    ROW,
                    "Maker",
                    "Model " + tac,
                    List.of("GSM 900"),
                    LocalDate.of(2012, 1, 1),
                    "Smartphone",
                    Map.of()));
        }
        for (int device = 20; device < 60; device++) {
            Imei imei = new Imei(imei(device));
            OffsetDateTime exit = MAY.plusDays(device).atTime(10, 0).atOffset(ZoneOffset.ofHours(5));
            words.add(
                    device % 2 == 0
                            ? new DeviceExported(
                                    imei,
                                    exit.toInstant(),
                                    ROW,
                                    null,
                                    new DeclarationNumber("50402/100325/0000002"),
                                    1,
                                    new Procedure("10"),
                                    exit.minusDays(5),
                                    exit,
                                    new Bin("940140000385"),
                                    "AE",
                                    new Tiyn(1))
                            : new DeviceBlocked(
                                    imei,
                                    exit.toInstant(),
                                    ROW,
                                    null,
                                    new BlockGround.Order("court", "order " + device, "receiving")));
        }
        return words.stream();
    }

    private record Answers(
            List<Fact> facts,
            Map<Detector, List<Measure>> shown,
            List<Condition.Matched> matched,
            Set<String> blocked) {}

    private static Answers answers(Path folder, long rowsInAStretch) throws ObservationsRefused {
        try (ArchiveUnderTest ledger = new ArchiveUnderTest(folder, rowsInAStretch)) {
            ledger.recordAll(words());
            List<Fact> facts = new ArrayList<>();
            for (LocalDate first : List.of(MAY, LocalDate.of(2025, 6, 1))) {
                String days = (first + "_" + first.plusDays(29)).replace("-", "");
                facts.addAll(ledger.feed("kcell_" + days + ".csv", rows(2, first)));
                facts.addAll(ledger.feed("beeline_" + days + ".csv", rows(1, first)));
            }
            List<Condition> conditions = Arrays.stream(Kind.values())
                    .flatMap(kind ->
                            Stream.of(Dimension.of(kind), Dimension.of(kind).inverted()))
                    .map(dimension -> new Condition(dimension.toString(), List.of(dimension), 0.5))
                    .toList();
            Condition blocked = new Condition("blocked", List.of(Dimension.of(Kind.BLOCKED)), 1);
            return new Answers(
                    facts,
                    Arrays.stream(Detector.values())
                            .collect(Collectors.toMap(
                                    detector -> detector,
                                    detector -> ledger.archive().show(detector, MAY, END))),
                    ledger.archive().match(conditions, END),
                    new HashSet<>(ledger.archive().matching(blocked, END)));
        }
    }

    @Test
    void it_answers_as_if_it_were_asked_at_once(@TempDir Path once, @TempDir Path many) throws ObservationsRefused {
        Answers atOnce = answers(once, OpenArchive.ROWS_IN_A_STRETCH);
        Answers inStretches = answers(many, ROWS_IN_A_STRETCH);

        assertThat(atOnce.facts)
                .hasAtLeastOneElementOfType(SeenOnNetwork.class)
                .hasAtLeastOneElementOfType(CloneDetected.class)
                .hasAtLeastOneElementOfType(PatternObserved.class);
        assertThat(atOnce.shown.values().stream().filter(shown -> !shown.isEmpty()))
                .hasSizeGreaterThan(6);
        assertThat(atOnce.blocked).hasSize(20);
        assertThat(told(inStretches.facts)).isEqualTo(told(atOnce.facts));
        assertThat(inStretches.matched).isEqualTo(atOnce.matched);
        assertThat(inStretches.blocked).isEqualTo(atOnce.blocked);
        atOnce.shown.forEach(
                (detector, shown) -> assertThat(counted(inStretches.shown.getOrDefault(detector, List.of())))
                        .as(detector.written())
                        .isEqualTo(counted(shown)));
    }

    /** Each archive seals its files anew, so their hashes differ. */
    private static List<String> told(List<Fact> facts) {
        return facts.stream()
                .map(fact -> fact.toString().replaceAll("[0-9a-f]{64}", "file"))
                .toList();
    }

    private static List<String> counted(List<Measure> measures) {
        return measures.stream()
                .map(it -> it.toString().replaceAll("[0-9a-f]{64}", "file"))
                .toList();
    }
}
