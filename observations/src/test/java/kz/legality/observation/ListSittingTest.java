package kz.legality.observation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kz.legality.device.ListFact.SubscriberExcepted;
import kz.legality.device.LossFact.BarLifted;
import kz.legality.device.LossFact.Barred;
import kz.legality.device.LossFact.ReportedStolen;
import kz.legality.event.LedgerEvent;
import kz.legality.event.Source;
import kz.legality.identifier.FileHash;
import kz.legality.identifier.Imei;
import kz.legality.identifier.Imsi;
import kz.legality.identifier.Msisdn;
import kz.legality.identifier.Tac;
import kz.legality.listing.ListEntry;
import kz.legality.secrecy.Subject;
import kz.legality.sourcefile.FileKind;
import kz.legality.tac.TacBarEvent.TacBarred;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** DIRBS's checks of a list's file, against what the ledger's events say is in force. */
class ListSittingTest {
    private static final FileHash FILE = new FileHash("0123456789abcdef".repeat(4));
    private static final Source ROW = new Source.FileRow(FILE, 1);
    private static final Instant AT = Instant.parse("2026-01-15T06:00:00Z");

    @TempDir
    Path folder;

    private ArchiveUnderTest ledger;

    @BeforeEach
    void open() {
        ledger = new ArchiveUnderTest(folder);
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    @Test
    void an_empty_list_takes_a_file_of_any_length() {
        assertThat(whole(FileKind.BARRED_LIST, Stream.of(barred(1)))).isEmpty();
        assertThat(whole(FileKind.BARRED_LIST, Stream.empty())).isEmpty();
    }

    @Test
    void a_whole_list_of_less_than_three_quarters_of_what_is_in_force_is_refused_with_the_figures() {
        IntStream.range(0, 100).forEach(n -> ledger.record(barred(n)));

        assertThat(whole(FileKind.BARRED_LIST, IntStream.range(0, 75).mapToObj(ListSittingTest::barred)))
                .isEmpty();
        assertThat(whole(FileKind.BARRED_LIST, IntStream.range(0, 74).mapToObj(ListSittingTest::barred)))
                .contains("entries of the whole list: 74, at least 75 of the 100 in force");
    }

    @Test
    void a_whole_list_of_pairs_may_miss_one_in_twenty_and_never_more_than_a_thousand() {
        ledger.recordAll(IntStream.range(0, 30_000).mapToObj(ListSittingTest::paired));

        assertThat(whole(FileKind.PAIRING_LIST, IntStream.range(0, 29_000).mapToObj(ListSittingTest::paired)))
                .isEmpty();
        assertThat(whole(FileKind.PAIRING_LIST, IntStream.range(0, 28_999).mapToObj(ListSittingTest::paired)))
                .contains("entries of the whole list: 28999, at least 29000 of the 30000 in force");
    }

    @Test
    void an_entry_named_twice_is_no_conflict_unless_it_says_two_things() {
        ReportedStolen june = stolen(1, "2025-06-01T00:00:00Z");
        ReportedStolen july = stolen(1, "2025-07-01T00:00:00Z");

        assertThat(whole(FileKind.STOLEN_LIST, Stream.of(june, june))).isEmpty();
        assertThat(whole(FileKind.STOLEN_LIST, Stream.of(stolen(2, "2025-06-01T00:00:00Z"), june, july)))
                .contains("entries that it names twice, each time otherwise: 1, at most 0; the first is row 2");
    }

    @Test
    void what_is_added_is_not_in_force_and_what_is_removed_or_updated_is() {
        ledger.record(barred(1));

        assertThat(changes(FileKind.BARRED_LIST, barred(2), "add")).isEmpty();
        assertThat(changes(FileKind.BARRED_LIST, barred(1), "remove")).isEmpty();
        assertThat(changes(FileKind.BARRED_LIST, barred(1), "add"))
                .contains("entries that it adds and that are in force: 1, at most 0; the first is row 1");
        assertThat(changes(FileKind.BARRED_LIST, barred(2), "remove"))
                .contains("entries that it removes or updates and that are not in force: 1, at most 0; the first is"
                        + " row 1");
    }

    @Test
    void one_entry_is_changed_in_one_way() {
        ledger.record(barred(1));
        try (ListSitting sitting = ledger.archive().sit(FileKind.BARRED_LIST)) {
            sitting.add(1, ListEntry.of(barred(1)).orElseThrow(), "remove");
            sitting.add(2, ListEntry.of(barred(1)).orElseThrow(), "add");

            assertThat(sitting.refusesChanges())
                    .contains("entries that it changes in several ways: 1, at most 0; the first is row 1");
        }
    }

    @Test
    void what_a_whole_list_leaves_out_is_what_ended_nowhere_before() {
        IntStream.range(0, 4).forEach(n -> ledger.record(barred(n)));
        ledger.record(new BarLifted(imei(3), AT, ROW, null, "barred-list", "ГРС", "barred-list"));
        ledger.record(new Barred(imei(9), AT, ROW, null, "a list of its own", "ГРС", "basis"));
        try (ListSitting sitting = ledger.archive().sit(FileKind.BARRED_LIST)) {
            sitting.add(1, ListEntry.of(barred(0)).orElseThrow(), "add");

            assertThat(sitting.unnamed()).extracting(ListEntry::key).containsExactly(imei(1).key(), imei(2).key());
        }
    }

    @Test
    void the_entries_are_made_again_from_the_events_when_the_database_is_lost() {
        ledger.record(barred(1));
        ledger.loseTheDatabase();

        assertThat(changes(FileKind.BARRED_LIST, barred(1), "add")).isPresent();
    }

    @Test
    void a_barred_model_bars_the_devices_of_it_that_were_seen_whichever_came_first() throws ObservationsRefused {
        Rows rows = Rows.ofHonest(100).seen(Rows.FIRST, "35328700000001", Rows.subscriber(1));
        ledger.feed("kcell_20250601_20250630.csv", rows.lines());
        ledger.record(new TacBarred(new Tac("35328700"), AT, ROW, "ГРС"));

        List<Barred> bars = ArchiveUnderTest.only(Barred.class, ledger.archive().factsAfterWordsOf(FILE));

        assertThat(bars).singleElement().satisfies(bar -> {
            assertThat(bar.imei().key()).isEqualTo("35328700000001");
            assertThat(bar.occurredAt()).isEqualTo(AT);
        });
        bars.forEach(ledger::record);
        assertThat(ledger.archive().factsAfterWordsOf(FILE)).isEmpty();
    }

    private Optional<String> whole(FileKind list, Stream<? extends LedgerEvent> entries) {
        return sitting(list, entries, "add", ListSitting::refusesWhole);
    }

    private Optional<String> changes(FileKind list, LedgerEvent entry, String change) {
        return sitting(list, Stream.of(entry), change, ListSitting::refusesChanges);
    }

    private Optional<String> sitting(
            FileKind list,
            Stream<? extends LedgerEvent> entries,
            String change,
            Function<ListSitting, Optional<String>> asked) {
        try (ListSitting sitting = ledger.archive().sit(list)) {
            long[] row = {0};
            entries.forEach(it -> sitting.add(++row[0], ListEntry.of(it).orElseThrow(), change));
            return asked.apply(sitting);
        }
    }

    private static Barred barred(int n) {
        return new Barred(imei(n), AT, ROW, null, "barred-list", "ГРС", "barred-list");
    }

    private static ReportedStolen stolen(int n, String day) {
        return new ReportedStolen(imei(n), Instant.parse(day), ROW, null, "МВД", "stolen-list 0123456789ab");
    }

    private static SubscriberExcepted paired(int n) {
        Msisdn number = new Msisdn("7705" + (1_000_000 + n));
        Subject line = ArchiveUnderTest.PSEUDONYMS.lineOf(number);
        return new SubscriberExcepted(
                imei(n),
                AT,
                ROW,
                null,
                "pairing-list",
                ArchiveUnderTest.PSEUDONYMS.of(new Imsi("40101000" + (1_000_000 + n)), line),
                ArchiveUnderTest.PSEUDONYMS.of(number, line));
    }

    private static Imei imei(int n) {
        return new Imei(String.format("353287%08d", n));
    }
}
