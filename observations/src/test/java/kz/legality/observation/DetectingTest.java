package kz.legality.observation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import kz.legality.device.BlockGround;
import kz.legality.device.DeviceEvent.CloneDetected;
import kz.legality.device.DeviceEvent.DeviceBlocked;
import kz.legality.device.DeviceEvent.DeviceExported;
import kz.legality.device.DeviceEvent.DeviceImported;
import kz.legality.device.DeviceEvent.DeviceRegistered;
import kz.legality.device.DeviceEvent.Fact;
import kz.legality.device.DeviceEvent.PatternObserved;
import kz.legality.device.DeviceEvent.SeenOnNetwork;
import kz.legality.device.Occasion;
import kz.legality.device.Owner;
import kz.legality.event.Source;
import kz.legality.identifier.Bin;
import kz.legality.identifier.DeclarationNumber;
import kz.legality.identifier.FileHash;
import kz.legality.identifier.Imei;
import kz.legality.identifier.Imsi;
import kz.legality.identifier.Msisdn;
import kz.legality.identifier.PersonNumber;
import kz.legality.identifier.Procedure;
import kz.legality.identifier.Tiyn;
import kz.legality.line.LineEvent.LineHeld;
import kz.legality.secrecy.Personal;
import kz.legality.secrecy.Subject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the archive proves, on hand-made cases and on planted ones. */
class DetectingTest {
    private static final String JUNE = "kcell_20250601_20250630.csv";
    private static final String PHONE = "35311120003681";
    private static final LocalDate LEFT = LocalDate.of(2025, 6, 10);
    private static final FileHash EXPORTS = new FileHash("ab".repeat(32));
    private static final FileHash IMPORTS = new FileHash("cd".repeat(32));
    private static final String SECOND_SLOT = "35311120003682";

    private ArchiveUnderTest ledger;

    @BeforeEach
    void open(@TempDir Path folder) {
        ledger = new ArchiveUnderTest(folder);
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    @Test
    void a_phone_that_rings_after_its_export_is_seen_after_it_whichever_file_came_first(@TempDir Path otherFolder)
            throws ObservationsRefused {
        ledger.record(exported(PHONE, LEFT));
        List<Fact> exportFirst = ledger.feed(JUNE, ringing().lines());

        try (ArchiveUnderTest other = new ArchiveUnderTest(otherFolder)) {
            other.feed(JUNE, ringing().lines());
            other.record(exported(PHONE, LEFT));
            List<Fact> sightingsFirst = other.archive().factsAfterWordsOf(EXPORTS);

            assertThat(words(sightingsFirst)).isEqualTo(words(exportFirst)).hasSize(2);
        }
        SeenOnNetwork after = seen(Occasion.AFTER_EXPORT, exportFirst).getFirst();
        assertThat(after.firstSeen()).isEqualTo(LEFT.plusDays(1));
        assertThat(after.lastSeen()).isEqualTo(LEFT.plusDays(5));
        assertThat(after.daysSeen()).isEqualTo(2);
        assertThat(after.homeSubscriber()).isTrue();
        assertThat(after.operator()).isEqualTo("KCELL");
        assertThat(after.evidence().rows()).isEqualTo(2);
        assertThat(after.evidence().files()).hasSize(1);
        assertThat(after.evidence().reference()).isEqualTo("50402/100325/0000002/1");
        SeenOnNetwork before = seen(Occasion.BEFORE_EXPORT, exportFirst).getFirst();
        assertThat(before.subscriber()).as("the same line before and after").isEqualTo(after.subscriber());
    }

    @Test
    void an_exported_phone_that_rings_under_its_other_imei_is_seen_whichever_file_came_last(@TempDir Path otherFolder)
            throws ObservationsRefused {
        Imei second = new Imei(SECOND_SLOT);
        Rows rows = Rows.ofHonest(100).seen(LEFT.plusDays(8), SECOND_SLOT, Rows.subscriber(7));

        ledger.record(imported(new Imei(PHONE)));
        ledger.record(imported(second));
        ledger.record(exported(PHONE, LEFT));
        List<Fact> networkLast = ledger.feed(JUNE, rows.lines());

        assertThat(seen(Occasion.AFTER_EXPORT, networkLast)).singleElement().satisfies(it -> {
            assertThat(it.imei()).isEqualTo(second);
            assertThat(it.evidence().reference()).isEqualTo("50402/100325/0000002/1");
            assertThat(it.evidence().rows()).isEqualTo(1);
        });
        try (ArchiveUnderTest other = new ArchiveUnderTest(otherFolder)) {
            other.feed(JUNE, rows.lines());
            other.record(exported(PHONE, LEFT));
            assertThat(other.archive().factsAfterWordsOf(EXPORTS)).isEmpty();
            other.record(imported(new Imei(PHONE)));
            other.record(imported(second));

            assertThat(words(other.archive().factsAfterWordsOf(IMPORTS))).isEqualTo(words(networkLast));
        }
    }

    private static DeviceImported imported(Imei imei) {
        OffsetDateTime day = LEFT.minusDays(40).atTime(10, 0).atOffset(ZoneOffset.ofHours(5));
        return new DeviceImported(
                imei,
                day.toInstant(),
                new Source.FileRow(IMPORTS, 1),
                null,
                new DeclarationNumber("50402/010425/0000001"),
                1,
                new Procedure("40"),
                day,
                day,
                new Bin("940140000385"),
                "box 7",
                "Samsung",
                "SM-S928B",
                new Tiyn(1),
                new Tiyn(1));
    }

    @Test
    void what_was_said_is_not_said_again_and_a_longer_span_is() throws ObservationsRefused {
        ledger.record(exported(PHONE, LEFT));
        ledger.feed(JUNE, ringing().lines());

        assertThat(ledger.archive().factsAfterObservations(ledger.hashOf(JUNE))).isEmpty();

        Rows july = new Rows();
        for (int i = 0; i < 100; i++) {
            july.seen(LocalDate.of(2025, 7, 1).plusDays(i % 30), Rows.honest(i), Rows.subscriber(i));
        }
        july.seen(LocalDate.of(2025, 7, 20), PHONE, Rows.subscriber(7));
        List<SeenOnNetwork> longer =
                seen(Occasion.AFTER_EXPORT, ledger.feed("kcell_20250701_20250731.csv", july.lines()));
        assertThat(longer).singleElement().satisfies(it -> {
            assertThat(it.firstSeen()).isEqualTo(LEFT.plusDays(1));
            assertThat(it.lastSeen()).isEqualTo(LocalDate.of(2025, 7, 20));
            assertThat(it.daysSeen()).isEqualTo(3);
            assertThat(it.evidence().files()).hasSize(2);
        });
    }

    @Test
    void two_operators_each_say_what_they_saw() throws ObservationsRefused {
        ledger.record(exported(PHONE, LEFT));
        ledger.feed(JUNE, ringing().lines());
        Rows other = new Rows();
        for (int i = 0; i < 20; i++) {
            other.line(
                    "20250615,3520990100000" + i % 10 + ",40101000000000" + i % 10 + ",7705000000" + i % 10 + ",006");
        }
        other.line("20250616," + PHONE + ",401010000000099,77050000099,006");

        assertThat(seen(Occasion.AFTER_EXPORT, ledger.feed("beeline_20250601_20250630.csv", other.lines())))
                .singleElement()
                .satisfies(it -> assertThat(it.operator()).isEqualTo("BEELINE"));
    }

    @Test
    void a_phone_served_while_it_is_blocked_is_seen_after_its_block() throws ObservationsRefused {
        ledger.record(new DeviceBlocked(
                new Imei(PHONE),
                at(LEFT),
                new Source.Actor("МВД", "1"),
                null,
                new BlockGround.Order("МВД", "STOLEN", "КУИ-1")));

        assertThat(seen(Occasion.AFTER_BLOCK, ledger.feed(JUNE, ringing().lines())))
                .singleElement()
                .satisfies(it -> assertThat(it.evidence().reference()).isEqualTo("КУИ-1"));
    }

    @Test
    void six_subscribers_within_thirty_days_are_a_clone_and_five_are_none() throws ObservationsRefused {
        Rows rows = Rows.ofHonest(200);
        for (int i = 0; i < 6; i++) {
            rows.seen(Rows.FIRST.plusDays(i), PHONE, Rows.subscriber(i));
        }
        for (int i = 0; i < 5; i++) {
            rows.seen(Rows.FIRST.plusDays(i), "35311120003690", Rows.subscriber(20 + i));
        }

        List<CloneDetected> clones = ArchiveUnderTest.only(CloneDetected.class, ledger.feed(JUNE, rows.lines()));

        assertThat(clones).singleElement().satisfies(it -> {
            assertThat(it.imei()).isEqualTo(new Imei(PHONE));
            assertThat(it.subscribers()).isEqualTo(6);
            assertThat(it.evidence()).contains("duplicate-threshold version 2");
        });
    }

    @Test
    void subscribers_are_counted_in_any_thirty_days_and_not_by_the_month_or_the_file_they_fall_in()
            throws ObservationsRefused {
        String spread = "35311120003690";
        Rows rows = Rows.ofHonest(200);
        for (int i = 0; i < 6; i++) {
            rows.seen(LocalDate.of(2025, 5, 20).plusDays(i * 5L), PHONE, Rows.subscriber(i));
            rows.seen(LocalDate.of(2025, 5, 20).plusDays(i * 6L), spread, Rows.subscriber(20 + i));
        }

        assertThat(ArchiveUnderTest.only(CloneDetected.class, ledger.feed("kcell_20250520_20250630.csv", rows.lines())))
                .as("the sixth comes on the 26th day, and on the 31st")
                .singleElement()
                .satisfies(it -> assertThat(it.imei()).isEqualTo(new Imei(PHONE)));
    }

    @Test
    void a_sim_box_is_found_wherever_in_the_file_its_days_lie_and_whichever_half_comes_first(@TempDir Path otherFolder)
            throws ObservationsRefused {
        Rows may = new Rows();
        Rows june = Rows.ofHonest(200);
        for (int i = 0; i < 200; i++) {
            may.seen(LocalDate.of(2025, 5, 1).plusDays(i % 30), Rows.honest(i), Rows.subscriber(100_000 + i));
        }
        for (int i = 0; i < 80; i++) {
            LocalDate day = LocalDate.of(2025, 5, 23).plusDays(i / 4);
            (day.getMonthValue() == 5 ? may : june)
                    .line("%s,%s,40102000000%04d,770100%05d,006"
                            .formatted(day.toString().replace("-", ""), PHONE, i, 500 + i));
        }
        String mayFile = "kcell_20250501_20250531.csv";

        ledger.feed(mayFile, may.lines());
        List<PatternObserved> inOrder = boxes(ledger.feed(JUNE, june.lines()));
        try (ArchiveUnderTest other = new ArchiveUnderTest(otherFolder)) {
            assertThat(boxes(other.feed(JUNE, june.lines()))).isEmpty();
            List<PatternObserved> lateHalf = boxes(other.feed(mayFile, may.lines()));

            assertThat(lateHalf).singleElement().satisfies(it -> {
                assertThat(it.from()).isEqualTo(LocalDate.of(2025, 5, 23));
                assertThat(it.to()).isEqualTo(LocalDate.of(2025, 6, 11));
                assertThat(it.measuredThousandths()).isEqualTo(4_000);
            });
            assertThat(inOrder)
                    .singleElement()
                    .satisfies(it ->
                            assertThat(it.to()).isEqualTo(lateHalf.getFirst().to()));
        }
    }

    private static List<PatternObserved> boxes(List<Fact> facts) {
        return ArchiveUnderTest.only(PatternObserved.class, facts).stream()
                .filter(it -> it.kind() == PatternObserved.Kind.SIM_BOX)
                .toList();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void every_planted_clone_is_found_and_none_is_invented(long seed) throws ObservationsRefused {
        Random random = new Random(seed);
        Rows rows = new Rows();
        Set<String> planted = new TreeSet<>();
        int subscriber = 0;
        for (int i = 0; i < 3_000; i++) {
            int users = random.nextInt(100) == 0 ? 6 + random.nextInt(4) : 1 + random.nextInt(5);
            if (users >= 6) {
                planted.add(Rows.honest(i));
            }
            for (int user = 0; user < users; user++) {
                rows.seen(Rows.FIRST.plusDays(random.nextInt(30)), Rows.honest(i), Rows.subscriber(subscriber++));
            }
        }

        Set<String> found = ArchiveUnderTest.only(CloneDetected.class, ledger.feed(JUNE, rows.lines())).stream()
                .map(it -> it.imei().key())
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(found).as("seed %s", seed).isEqualTo(planted);
    }

    @Test
    void an_average_counts_a_pair_once_a_day_and_says_nothing_of_few_days() throws ObservationsRefused {
        Rows rows = Rows.ofHonest(200);
        for (int day = 0; day < 5; day++) {
            for (int user = 0; user < 3; user++) {
                rows.seen(Rows.FIRST.plusDays(day), PHONE, Rows.subscriber(user));
                rows.seen(Rows.FIRST.plusDays(day), PHONE, Rows.subscriber(user));
            }
        }
        for (int day = 0; day < 4; day++) {
            for (int user = 0; user < 5; user++) {
                rows.seen(Rows.FIRST.plusDays(day), "35311120003690", Rows.subscriber(50 + user));
            }
        }

        assertThat(patterns(PatternObserved.Kind.SUBSCRIBERS_A_DAY, ledger.feed(JUNE, rows.lines())))
                .singleElement()
                .satisfies(it -> {
                    assertThat(it.imei()).isEqualTo(new Imei(PHONE));
                    assertThat(it.measuredThousandths()).isEqualTo(3_000);
                    assertThat(it.limitThousandths()).isEqualTo(2_500);
                });
    }

    @Test
    void numbers_in_progression_behind_one_imei_are_a_sim_box_and_others_are_not() throws ObservationsRefused {
        Rows rows = Rows.ofHonest(400);
        Random random = new Random(1);
        for (int day = 10; day < 30; day++) {
            for (int n = 0; n < 3; n++) {
                rows.seen(Rows.FIRST.plusDays(day), PHONE, Rows.subscriber(5_000 + 10 * n));
                rows.seen(Rows.FIRST.plusDays(day), "35311120003690", Rows.subscriber(random.nextInt(90_000)));
            }
        }

        assertThat(patterns(PatternObserved.Kind.SIM_BOX, ledger.feed(JUNE, rows.lines())))
                .singleElement()
                .satisfies(it -> assertThat(it.imei()).isEqualTo(new Imei(PHONE)));
    }

    @Test
    void a_test_or_invented_imei_in_public_use_is_measured_and_a_model_is_not_missed_without_a_catalogue()
            throws ObservationsRefused {
        Rows rows = Rows.ofHonest(200)
                .seen(Rows.FIRST, "00101700000001", Rows.subscriber(1))
                .seen(Rows.FIRST, "35328706777777", Rows.subscriber(2));

        List<Fact> facts = ledger.feed(JUNE, rows.lines());

        assertThat(patterns(PatternObserved.Kind.TEST_IMEI, facts)).hasSize(2);
        assertThat(patterns(PatternObserved.Kind.TAC_NOT_FOUND, facts)).isEmpty();
    }

    @Test
    void a_line_that_the_owner_did_not_register_is_a_new_subscriber_and_his_own_is_none() throws ObservationsRefused {
        String own = Rows.subscriber(1);
        String other = Rows.subscriber(2);
        ledger.record(registered(PHONE, "40102" + own));
        ledger.feed("kcell_20250501_20250531.csv", may(PHONE, own).lines());
        Rows june = Rows.ofHonest(100)
                .seen(Rows.FIRST, PHONE, own)
                .seen(Rows.FIRST.plusDays(3), PHONE, other)
                .seen(Rows.FIRST.plusDays(9), PHONE, other)
                .seen(Rows.FIRST, "35311120000001", other);

        List<SeenOnNetwork> news = seen(Occasion.NEW_SUBSCRIBER, ledger.feed(JUNE, june.lines()));

        assertThat(news).singleElement().satisfies(it -> {
            assertThat(it.imei().key()).isEqualTo(PHONE);
            assertThat(it.firstSeen()).isEqualTo(Rows.FIRST.plusDays(3));
            assertThat(it.daysSeen()).isEqualTo(2);
            assertThat(it.subscriber()).isEqualTo(ArchiveUnderTest.PSEUDONYMS.of(new Imsi("40102" + other)));
        });
        assertThat(seen(Occasion.NEW_SUBSCRIBER, ledger.archive().factsAfterObservations(ledger.hashOf(JUNE))))
                .as("said before")
                .isEmpty();
    }

    @Test
    void persons_are_counted_by_the_list_of_subscribers_and_not_by_their_lines() throws ObservationsRefused {
        String family = "35311120000001";
        String clone = "35311120000002";
        Rows rows = Rows.ofHonest(100);
        for (int day = 0; day < 5; day++) {
            for (int line = 0; line < 3; line++) {
                rows.seen(Rows.FIRST.plusDays(day), family, Rows.subscriber(line));
                rows.seen(Rows.FIRST.plusDays(day), clone, Rows.subscriber(10 + line));
            }
        }
        for (int line = 0; line < 3; line++) {
            ledger.record(held("one-person", Rows.subscriber(line)));
            ledger.record(held("person-" + line, Rows.subscriber(10 + line)));
        }

        List<PatternObserved> found = ArchiveUnderTest.only(PatternObserved.class, ledger.feed(JUNE, rows.lines()));

        assertThat(found)
                .filteredOn(it -> it.kind() == PatternObserved.Kind.SUBSCRIBERS_A_DAY)
                .extracting(it -> it.imei().key())
                .containsExactly(family, clone);
        assertThat(found)
                .filteredOn(it -> it.kind() == PatternObserved.Kind.PERSONS_A_DAY)
                .singleElement()
                .satisfies(it -> {
                    assertThat(it.imei().key()).isEqualTo(clone);
                    assertThat(it.measuredThousandths()).isEqualTo(3_000);
                    assertThat(it.limitThousandths()).isEqualTo(2_500);
                    assertThat(it.evidence().rows()).isEqualTo(15);
                });
    }

    @Test
    void the_tables_beside_the_archive_are_made_again_from_the_events() throws ObservationsRefused {
        ledger.record(exported(PHONE, LEFT));
        ledger.feed(JUNE, ringing().lines());

        ledger.loseTheDatabase();

        assertThat(ledger.archive().factsAfterObservations(ledger.hashOf(JUNE))).isEmpty();
        assertThat(ledger.archive().verify().parts()).isEqualTo(1);
    }

    private static Rows ringing() {
        return Rows.ofHonest(100)
                .seen(LEFT.minusDays(3), PHONE, Rows.subscriber(7))
                .seen(LEFT.plusDays(1), PHONE, Rows.subscriber(7))
                .seen(LEFT.plusDays(5), PHONE, Rows.subscriber(7));
    }

    private static DeviceExported exported(String imei, LocalDate left) {
        OffsetDateTime exit = left.atTime(10, 0).atOffset(ZoneOffset.ofHours(5));
        return new DeviceExported(
                new Imei(imei),
                exit.toInstant(),
                new Source.FileRow(EXPORTS, 1),
                null,
                new DeclarationNumber("50402/100325/0000002"),
                1,
                new Procedure("10"),
                exit.minusDays(5),
                exit,
                new Bin("940140000385"),
                "AE",
                new Tiyn(1));
    }

    private static Instant at(LocalDate day) {
        return day.atStartOfDay(ArchiveUnderTest.POLICY.zone()).toInstant();
    }

    private static List<SeenOnNetwork> seen(Occasion occasion, List<Fact> facts) {
        return ArchiveUnderTest.only(SeenOnNetwork.class, facts).stream()
                .filter(it -> it.occasion() == occasion)
                .toList();
    }

    private static List<PatternObserved> patterns(PatternObserved.Kind kind, List<Fact> facts) {
        return ArchiveUnderTest.only(PatternObserved.class, facts).stream()
                .filter(it -> it.kind() == kind)
                .toList();
    }

    /** What is said, without the hashes of the archive's files, which each archive seals for itself. */
    private static List<String> words(List<Fact> facts) {
        return ArchiveUnderTest.only(SeenOnNetwork.class, facts).stream()
                .map(it -> it.occasion() + " " + it.firstSeen() + " " + it.lastSeen() + " " + it.daysSeen() + " "
                        + it.subscriber() + " " + it.evidence().rows() + " "
                        + it.evidence().detector() + " "
                        + it.evidence().reference())
                .toList();
    }

    private static Rows may(String imei, String subscriber) {
        Rows rows = new Rows();
        for (int i = 0; i < 100; i++) {
            rows.seen(LocalDate.of(2025, 5, 1).plusDays(i % 30), Rows.honest(i), Rows.subscriber(100_000 + i));
        }
        return rows.seen(LocalDate.of(2025, 5, 2), imei, subscriber);
    }

    private static DeviceRegistered registered(String imei, String imsi) {
        Msisdn number = new Msisdn("77050000001");
        Subject line = ArchiveUnderTest.PSEUDONYMS.lineOf(number);
        OffsetDateTime at = OffsetDateTime.parse("2025-05-01T09:00:00+05:00");
        return new DeviceRegistered(
                new Imei(imei),
                at.toInstant(),
                new Source.FileRow(EXPORTS, 1),
                null,
                at,
                new Owner.Company(new Bin("940140000385")),
                ArchiveUnderTest.PSEUDONYMS.of(number, line),
                ArchiveUnderTest.PSEUDONYMS.of(new Imsi(imsi), line),
                "Kcell");
    }

    private static LineHeld held(String person, String subscriber) {
        Personal<PersonNumber> holder = ArchiveUnderTest.PSEUDONYMS.person(new PersonNumber(person));
        return new LineHeld(
                Instant.parse("2025-05-01T00:00:00Z"),
                new Source.FileRow(EXPORTS, 1),
                ArchiveUnderTest.PSEUDONYMS.of(new Imsi("40102" + subscriber), holder.subject()),
                holder);
    }
}
