package kz.legality.query.list;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.LongStream;
import kz.legality.device.DeviceCommand.EndGreyTerm;
import kz.legality.device.DeviceCommand.RecordFact;
import kz.legality.device.ListStatus;
import kz.legality.device.Standing;
import kz.legality.device.Standing.Code;
import kz.legality.example.Devices;
import kz.legality.example.Facts;
import kz.legality.example.Generators;
import kz.legality.query.OpenLedger;
import kz.legality.query.RandomLedger;
import kz.legality.query.device.DevicesView;
import kz.legality.query.list.ListQueries.DueTerm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ListQueriesTest {
    private static final Instant NOW = Instant.parse("2025-06-01T00:00:00Z");

    @TempDir
    Path directory;

    static LongStream seeds() {
        return Generators.seeds(10);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void every_device_stands_on_the_list_its_events_put_it_on_and_the_counts_are_the_lists_lengths(long seed) {
        try (OpenLedger ledger = new OpenLedger(directory.resolve("views"))) {
            RandomLedger story = new RandomLedger(seed, 40, ledger.log);
            for (int i = 0; i < 5; i++) {
                story.tell(40);
                ledger.catchUp();
                expectLists(ledger, story);
            }
            ledger.replay(DevicesView.NAME);
            expectLists(ledger, story);
        }
    }

    private static void expectLists(OpenLedger ledger, RandomLedger story) {
        Map<ListStatus, Long> counts = ledger.query.lists().counts();
        for (ListStatus status : ListStatus.values()) {
            TreeSet<String> expected = new TreeSet<>();
            story.lives().forEach((imei, life) -> {
                Standing standing = Standing.now(imei, story.deviceOf(imei), RandomLedger.POLICY);
                if (!life.isEmpty() && standing.status() == status) {
                    expected.add(imei.printed());
                }
            });
            List<String> listed = new ArrayList<>();
            ledger.query.lists().stream(status, entry -> listed.add(entry.imei()));
            assertThat(listed).as(status.name()).containsExactlyElementsOf(expected);
            assertThat(counts.get(status)).as("count of %s", status).isEqualTo(listed.size());
        }
    }

    @Test
    void pages_of_a_list_make_the_whole_list() {
        try (OpenLedger ledger = new OpenLedger(directory.resolve("views"))) {
            new RandomLedger(3, 60, ledger.log).tell(300);
            ledger.catchUp();
            List<ListEntry> whole = new ArrayList<>();
            ledger.query.lists().stream(ListStatus.UNKNOWN, whole::add);

            List<ListEntry> paged = new ArrayList<>();
            ListQueries.Entries page = ledger.query.lists().page(ListStatus.UNKNOWN, null, 4);
            paged.addAll(page.entries());
            while (page.next().isPresent()) {
                page = ledger.query.lists().page(ListStatus.UNKNOWN, page.next().get(), 4);
                paged.addAll(page.entries());
            }

            assertThat(paged).isEqualTo(whole).hasSizeGreaterThan(4);
            assertThat(page.position()).isEqualTo(ledger.log.head());
        }
    }

    @Test
    void a_black_list_entry_names_the_day_the_earliest_standing_block_began() {
        try (OpenLedger ledger = new OpenLedger(directory.resolve("views"))) {
            ledger.log.append(
                    NOW, Facts.ordered("№ 2").at(Facts.noonOf("2025-05-20")).fact());
            ledger.log.append(
                    NOW,
                    Facts.ordered("№ 1")
                            .at(Facts.noonOf("2025-05-09").withHour(0))
                            .fact());
            ledger.catchUp();

            assertThat(ledger.query.lists().page(ListStatus.BLACK, null, 10).entries())
                    .containsExactly(new ListEntry(
                            Devices.PHONE.printed(),
                            ListStatus.BLACK,
                            NOW,
                            null,
                            List.of(Code.BLOCKED_BY_ORDER),
                            LocalDate.of(2025, 5, 9)));
        }
    }

    @Test
    void grey_terms_are_due_by_their_end_earliest_first_that_moment_included() {
        try (OpenLedger ledger = new OpenLedger(directory.resolve("views"))) {
            RandomLedger story = new RandomLedger(1, 0, ledger.log);
            story.tell(new RecordFact(
                    Facts.registered(Devices.OTHER_PHONE).on("2025-05-12").fact()));
            story.tell(new RecordFact(
                    Facts.registered(Devices.PHONE).on("2025-05-10").fact()));
            ledger.catchUp();
            Instant first = Facts.on("2025-06-09");
            Instant second = Facts.on("2025-06-11");

            assertThat(ledger.query.lists().dueGreyTerms(first.minusNanos(1), 10))
                    .isEmpty();
            assertThat(ledger.query.lists().dueGreyTerms(first, 10)).containsExactly(new DueTerm(Devices.PHONE, first));
            List<DueTerm> all = new ArrayList<>();
            ledger.query.lists().dueGreyTerms(second, all::add);
            assertThat(all)
                    .containsExactly(new DueTerm(Devices.PHONE, first), new DueTerm(Devices.OTHER_PHONE, second));

            story.tell(new EndGreyTerm(Devices.PHONE, first));
            ledger.catchUp();
            assertThat(ledger.query.lists().dueGreyTerms(first, 10)).isEmpty();
        }
    }
}
