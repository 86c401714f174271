package kz.legality.command.intake;

import static kz.legality.device.ListStatus.BLACK;
import static kz.legality.device.ListStatus.UNKNOWN;
import static kz.legality.device.ListStatus.WHITE;
import static kz.legality.sourcefile.FileKind.ASSOCIATION_LIST;
import static kz.legality.sourcefile.FileKind.BARRED_LIST;
import static kz.legality.sourcefile.FileKind.BARRED_TAC_LIST;
import static kz.legality.sourcefile.FileKind.GOLDEN_LIST;
import static kz.legality.sourcefile.FileKind.MONITORING_LIST;
import static kz.legality.sourcefile.FileKind.PAIRING_LIST;
import static kz.legality.sourcefile.FileKind.REGISTRATION_LIST;
import static kz.legality.sourcefile.FileKind.STOLEN_LIST;
import static kz.legality.sourcefile.FileKind.SUBSCRIBERS_LIST;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import kz.legality.device.Device;
import kz.legality.device.DeviceEvent;
import kz.legality.device.ExemptionFact.Exempted;
import kz.legality.device.ExemptionFact.ExemptionEnded;
import kz.legality.device.ListFact.DeviceApproved;
import kz.legality.device.ListFact.DeviceWatched;
import kz.legality.device.ListFact.ListingEnded;
import kz.legality.device.ListFact.PersonAssociated;
import kz.legality.device.ListFact.SubscriberExcepted;
import kz.legality.device.LossFact.BarLifted;
import kz.legality.device.LossFact.Barred;
import kz.legality.device.LossFact.ReportedStolen;
import kz.legality.device.Standing;
import kz.legality.event.LedgerEvent;
import kz.legality.identifier.Iin;
import kz.legality.identifier.Imei;
import kz.legality.identifier.Imsi;
import kz.legality.line.LineEvent.LineHeld;
import kz.legality.line.LineEvent.LineReleased;
import kz.legality.policy.Policy;
import kz.legality.sourcefile.FileEvent.EntriesEnded;
import kz.legality.sourcefile.FileKind;
import kz.legality.sourcefile.SourceFile.State;
import kz.legality.tac.TacBarEvent.TacBarLifted;
import kz.legality.tac.TacBarEvent.TacBarred;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The lists that DIRBS reads, whole and as what changed, and what each means to a device. */
class ListFilesTest {
    private static final Instant FIRST = LedgerUnderTest.NOW;
    private static final Instant SECOND = FIRST.plus(Duration.ofDays(30));
    private static final Instant THIRD = SECOND.plus(Duration.ofDays(30));

    @TempDir
    Path directory;

    private LedgerUnderTest ledger;

    @BeforeEach
    void start() {
        ledger = new LedgerUnderTest(directory);
    }

    static Stream<FileKind> lists() {
        return Stream.of(FileKind.values()).filter(FileKind::isList);
    }

    static Stream<FileKind> listsOfSeveral() {
        return lists().filter(kind -> kind != SUBSCRIBERS_LIST);
    }

    @Test
    void a_stolen_device_is_black_from_the_day_of_its_report_until_the_list_ends_it() {
        whole(STOLEN_LIST, FIRST, 1, 2);
        assertThat(words(1)).containsExactly(ReportedStolen.class);
        assertThat(standing(1, Instant.parse("2025-05-31T00:00:00Z")).status()).isEqualTo(UNKNOWN);
        assertThat(standing(1, Instant.parse("2025-06-02T00:00:00Z")).reasons())
                .extracting(Standing.Reason::code)
                .containsExactly(Standing.Code.REPORTED_STOLEN);

        whole(STOLEN_LIST, SECOND, 2);

        assertThat(words(1)).containsExactly(ReportedStolen.class, BarLifted.class);
        assertThat(standing(1, SECOND).status()).isEqualTo(UNKNOWN);
        assertThat(standing(2, SECOND).status()).isEqualTo(BLACK);
    }

    @Test
    void a_report_of_the_police_outlives_the_list_of_stolen_devices() {
        ledger.receive(FileKind.BLOCKS, Samples.file(FileKind.BLOCKS, Samples.row(FileKind.BLOCKS, 1)));
        whole(STOLEN_LIST, FIRST, 1, 2);
        whole(STOLEN_LIST, SECOND, 2);

        assertThat(standing(1, SECOND).reasons())
                .extracting(Standing.Reason::code)
                .containsExactly(Standing.Code.BLOCKED_BY_ORDER);
    }

    @Test
    void a_device_put_on_the_list_again_is_stolen_again_on_the_same_day_of_report() {
        whole(STOLEN_LIST, FIRST, 1, 2);
        whole(STOLEN_LIST, SECOND, 2);
        ledger.receive(STOLEN_LIST, delta(STOLEN_LIST, 1, "add"), THIRD);

        assertThat(standing(1, THIRD).status()).isEqualTo(BLACK);
    }

    @Test
    void a_provisional_theft_is_watched_and_blocks_nothing_until_it_is_confirmed() {
        ledger.receive(STOLEN_LIST, Samples.file(STOLEN_LIST, Samples.row(STOLEN_LIST, 1, "status", "pending")), FIRST);
        assertThat(words(1)).containsExactly(DeviceWatched.class);
        assertThat(standing(1, FIRST).status()).isEqualTo(UNKNOWN);

        ledger.receive(STOLEN_LIST, delta(STOLEN_LIST, 1, "update"), SECOND);

        assertThat(words(1)).containsExactly(DeviceWatched.class, ListingEnded.class, ReportedStolen.class);
        assertThat(standing(1, SECOND).status()).isEqualTo(BLACK);

        ledger.receive(
                STOLEN_LIST,
                header(STOLEN_LIST) + "\n" + Samples.row(STOLEN_LIST, 1, "status", "pending") + ",update\n",
                THIRD);

        assertThat(words(1).subList(3, words(1).size())).containsExactly(BarLifted.class, DeviceWatched.class);
        assertThat(standing(1, THIRD).status()).isEqualTo(UNKNOWN);
    }

    @Test
    void another_day_of_the_same_report_corrects_it() {
        whole(STOLEN_LIST, FIRST, 1);
        ledger.receive(
                STOLEN_LIST,
                Samples.file(STOLEN_LIST, Samples.row(STOLEN_LIST, 1, "reporting_date", "20250701")),
                SECOND);

        assertThat(standing(1, Instant.parse("2025-06-15T00:00:00Z")).status()).isEqualTo(UNKNOWN);
        assertThat(standing(1, Instant.parse("2025-07-02T00:00:00Z")).status()).isEqualTo(BLACK);
    }

    @Test
    void an_approved_device_is_lawful_as_long_as_the_register_says_so() {
        whole(REGISTRATION_LIST, FIRST, 1, 2);
        assertThat(words(1)).containsExactly(DeviceApproved.class);
        assertThat(standing(1, FIRST).status()).isEqualTo(WHITE);

        ledger.receive(
                REGISTRATION_LIST,
                header(REGISTRATION_LIST) + "\n" + Samples.row(REGISTRATION_LIST, 1, "status", "pending") + ",update\n",
                SECOND);
        assertThat(standing(1, SECOND).reasons())
                .extracting(Standing.Reason::code)
                .containsExactly(Standing.Code.NOT_APPROVED);
        assertThat(standing(1, FIRST).status()).isEqualTo(WHITE);

        ledger.receive(REGISTRATION_LIST, delta(REGISTRATION_LIST, 2, "remove"), THIRD);
        assertThat(words(2)).containsExactly(DeviceApproved.class, ListingEnded.class);
        assertThat(standing(2, THIRD).status()).isNotEqualTo(WHITE);
    }

    @Test
    void a_barred_device_is_black_until_its_bar_is_lifted() {
        whole(BARRED_LIST, FIRST, 1, 2);
        whole(BARRED_LIST, SECOND, 2);

        assertThat(words(1)).containsExactly(Barred.class, BarLifted.class);
        assertThat(standing(1, FIRST).status()).isEqualTo(BLACK);
        assertThat(standing(1, SECOND).status()).isEqualTo(UNKNOWN);
    }

    @Test
    void a_golden_device_yields_to_no_bar_but_to_an_order() {
        whole(GOLDEN_LIST, FIRST, 1, 2);
        whole(BARRED_LIST, FIRST, 1);
        assertThat(standing(1, FIRST).status()).isEqualTo(WHITE);

        ledger.receive(FileKind.BLOCKS, Samples.file(FileKind.BLOCKS, Samples.row(FileKind.BLOCKS, 2)));
        assertThat(standing(2, FIRST).status()).isEqualTo(BLACK);

        ledger.receive(GOLDEN_LIST, delta(GOLDEN_LIST, 1, "remove"), SECOND);
        assertThat(words(1)).containsExactly(Exempted.class, Barred.class, ExemptionEnded.class);
        assertThat(standing(1, SECOND).status()).isEqualTo(BLACK);
    }

    @Test
    void a_paired_subscriber_keeps_a_barred_device_and_nobody_else_does() {
        String subscriber = ledger.keys.pseudonyms().of(new Imsi(Samples.IMSI)).value();
        whole(BARRED_LIST, FIRST, 1);
        whole(PAIRING_LIST, FIRST, 1, 2);
        assertThat(words(1)).containsExactly(Barred.class, SubscriberExcepted.class);
        assertThat(standing(1, FIRST).status()).isEqualTo(BLACK);
        assertThat(standingOf(subscriber, 1, FIRST)).isNotEqualTo(BLACK);
        assertThat(standingOf("somebody else", 1, FIRST)).isEqualTo(BLACK);

        ledger.receive(PAIRING_LIST, delta(PAIRING_LIST, 1, "remove"), SECOND);

        assertThat(standingOf(subscriber, 1, SECOND)).isEqualTo(BLACK);
    }

    @Test
    void a_person_is_the_same_on_the_lists_and_in_a_registration() {
        whole(ASSOCIATION_LIST, FIRST, 1);
        whole(SUBSCRIBERS_LIST, FIRST, 1);
        var person = ledger.keys.pseudonyms().person(new Iin(Samples.IIN));
        String line =
                "line:" + ledger.keys.pseudonyms().of(new Imsi(Samples.IMSI)).value();

        assertThat(ledger.device(1))
                .singleElement()
                .isInstanceOfSatisfying(
                        PersonAssociated.class,
                        it -> assertThat(it.person().pseudonym()).isEqualTo(person.pseudonym()));
        assertThat(ledger.stream(line))
                .singleElement()
                .isInstanceOfSatisfying(
                        LineHeld.class, it -> assertThat(it.holder()).isEqualTo(person.pseudonym()));

        ledger.receive(SUBSCRIBERS_LIST, delta(SUBSCRIBERS_LIST, 1, "remove"), SECOND);

        assertThat(ledger.stream(line).getLast()).isInstanceOf(LineReleased.class);
    }

    @Test
    void a_barred_model_is_barred_until_the_list_leaves_it_out() {
        whole(BARRED_TAC_LIST, FIRST, 1, 2);
        whole(BARRED_TAC_LIST, SECOND, 2);

        assertThat(ledger.stream("tac-bar:35000001")).hasExactlyElementsOfTypes(TacBarred.class, TacBarLifted.class);
        assertThat(ledger.stream("tac-bar:35000002")).hasExactlyElementsOfTypes(TacBarred.class);
    }

    @Test
    void a_monitored_device_is_watched_and_stands_where_it_stood() {
        whole(MONITORING_LIST, FIRST, 1);

        assertThat(words(1)).containsExactly(DeviceWatched.class);
        assertThat(standing(1, FIRST).status()).isEqualTo(UNKNOWN);
    }

    @ParameterizedTest
    @MethodSource("lists")
    void a_whole_list_sent_again_says_nothing_new(FileKind list) {
        Receipt first = whole(list, FIRST, 1, 2);
        int events = ledger.events.all.size();
        Receipt again = ledger.receive(list, Samples.rows(list, 1, 2) + "\n", SECOND);

        assertThat(first.events()).isPositive();
        assertThat(again.state()).isEqualTo(State.COMPLETED);
        assertThat(again.repeated()).isFalse();
        assertThat(again.events()).isZero();
        assertThat(ledger.events.all.stream().skip(events).map(it -> (LedgerEvent) it.getPayload()))
                .allSatisfy(it -> assertThat(it.stream()).startsWith("file:"));
    }

    @ParameterizedTest
    @MethodSource("listsOfSeveral")
    void what_a_whole_list_leaves_out_ends_by_an_event(FileKind list) {
        whole(list, FIRST, 1, 3);
        Receipt shorter = whole(list, SECOND, 2, 3);

        assertThat(shorter.events()).isEqualTo(1);
        assertThat(ledger.stream(shorter))
                .filteredOn(EntriesEnded.class::isInstance)
                .singleElement()
                .isInstanceOfSatisfying(
                        EntriesEnded.class, it -> assertThat(it.entries()).isEqualTo(1));
        assertThat(ledger.receive(list, delta(list, 1, "remove"), THIRD).state())
                .isEqualTo(State.REFUSED);
        assertThat(ledger.receive(list, delta(list, 1, "add"), THIRD).events()).isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("lists")
    void a_change_that_does_not_fit_refuses_the_file(FileKind list) {
        assertThat(ledger.receive(list, delta(list, 1, "remove"), FIRST).state())
                .isEqualTo(State.REFUSED);
        assertThat(ledger.receive(list, delta(list, 1, "add"), FIRST).state()).isEqualTo(State.COMPLETED);
        assertThat(ledger.receive(list, delta(list, 1, "add") + "\n", FIRST).state())
                .isEqualTo(State.REFUSED);
    }

    @ParameterizedTest
    @EnumSource(
            value = FileKind.class,
            names = {"BARRED_LIST", "GOLDEN_LIST", "PAIRING_LIST", "MONITORING_LIST"})
    void only_the_lists_with_further_columns_are_updated(FileKind list) {
        Receipt receipt = ledger.receive(list, delta(list, 1, "update"), FIRST);

        assertThat(ledger.waiting(receipt))
                .singleElement()
                .satisfies(row -> assertThat(row.column() + ": " + row.reason())
                        .isEqualTo("change_type: the change of an entry is one of add, remove; this is none"));
    }

    @Test
    void a_whole_list_with_a_row_that_cannot_be_read_ends_nothing_and_nor_do_its_mended_rows() {
        whole(BARRED_LIST, FIRST, 1, 3);
        Receipt flawed =
                ledger.receive(BARRED_LIST, Samples.file(BARRED_LIST, Samples.imei(2), "353287000000019"), SECOND);
        assertThat(flawed.quarantined()).isEqualTo(1);
        assertThat(standing(1, SECOND).status()).isEqualTo(BLACK);

        String mended = ledger.quarantineCsv(flawed).replace("353287000000019", Samples.imei(4));
        Receipt mending = ledger.receive(BARRED_LIST, mended, THIRD);

        assertThat(mending.events()).isEqualTo(1);
        assertThat(ledger.intake.receiptOf(flawed.sha256()).orElseThrow().mended())
                .isEqualTo(1);
        assertThat(List.of(1, 2, 3, 4))
                .allSatisfy(n -> assertThat(standing(n, THIRD).status()).isEqualTo(BLACK));
    }

    @Test
    void columns_are_named_in_any_case_and_order() {
        Receipt receipt = ledger.receive(
                STOLEN_LIST, "Status,IMEI,Reporting_Date\nblacklist," + Samples.imei(1) + ",20250601\n", FIRST);

        assertThat(receipt.accepted()).isEqualTo(1);
        assertThat(standing(1, FIRST).status()).isEqualTo(BLACK);
    }

    private Receipt whole(FileKind list, Instant at, int first, int last) {
        return ledger.receive(list, Samples.rows(list, first, last), at);
    }

    private Receipt whole(FileKind list, Instant at, int only) {
        return whole(list, at, only, only);
    }

    private static String delta(FileKind list, int n, String change) {
        return header(list) + "\n" + Samples.row(list, n) + "," + change + "\n";
    }

    private static String header(FileKind list) {
        return Samples.header(list) + ",change_type";
    }

    private List<Class<?>> words(int n) {
        return ledger.device(n).stream().<Class<?>>map(Object::getClass).toList();
    }

    private Standing standing(int n, Instant asOf) {
        return Standing.at(new Imei(Samples.imei(n)), device(n), Policy.kazakhstan(), asOf);
    }

    private kz.legality.device.ListStatus standingOf(String subscriber, int n, Instant asOf) {
        return Standing.of(subscriber, new Imei(Samples.imei(n)), device(n), Policy.kazakhstan(), asOf)
                .status();
    }

    private Device device(int n) {
        return Device.of(ledger.device(n).stream().map(DeviceEvent.class::cast).toList());
    }
}
