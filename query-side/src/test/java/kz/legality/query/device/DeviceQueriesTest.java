package kz.legality.query.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import kz.legality.device.DeviceEvent;
import kz.legality.device.DeviceEvent.FactWithdrawn;
import kz.legality.device.ListStatus;
import kz.legality.device.Standing.Code;
import kz.legality.event.Source;
import kz.legality.example.Companies;
import kz.legality.example.Devices;
import kz.legality.example.Facts;
import kz.legality.example.Persons;
import kz.legality.identifier.FileHash;
import kz.legality.query.OpenLedger;
import kz.legality.query.device.PublicCheck.Advice;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeviceQueriesTest {
    private static final Instant MAY = Instant.parse("2025-05-20T00:00:00Z");
    private static final Instant JUNE = Instant.parse("2025-06-20T00:00:00Z");
    private static final Instant JULY = Instant.parse("2025-07-20T00:00:00Z");

    @TempDir
    Path directory;

    private OpenLedger ledger;

    @BeforeEach
    void open() {
        ledger = new OpenLedger(directory.resolve("views"));
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    private void recorded(Instant at, DeviceEvent event) {
        ledger.log.append(at, event);
        ledger.catchUp();
    }

    private DeviceState state(Moment moment) {
        return ledger.query.devices().state(Devices.PHONE, moment);
    }

    @Test
    void a_device_nobody_heard_of_has_no_record() {
        DeviceState state = state(Moment.NOW);

        assertThat(state.status()).isEqualTo(ListStatus.UNKNOWN);
        assertThat(state.reasons()).extracting(DeviceState.GivenReason::code).containsExactly(Code.NO_RECORD);
        assertThat(state.position()).isEqualTo(-1);
        assertThat(ledger.query.devices().publicCheck(Devices.PHONE).advice()).isEqualTo(Advice.NO_RECORD);
    }

    @Test
    void a_state_says_which_row_of_which_file_makes_it_so() {
        recorded(
                MAY,
                Facts.imported()
                        .from(new Source.FileRow(Facts.FILE, 17))
                        .model("Apple", "iPhone 15")
                        .fact());

        DeviceState state = state(Moment.NOW);

        assertThat(state.status()).isEqualTo(ListStatus.WHITE);
        assertThat(state.reasons())
                .containsExactly(new DeviceState.GivenReason(
                        Code.COMMERCIAL_IMPORT,
                        0L,
                        0L,
                        new EventSource(Facts.FILE, 17L, null, null, null),
                        "KZ-2025-03-25"));
        assertThat(state.brand()).isEqualTo("Apple");
        assertThat(state.model()).isEqualTo("iPhone 15");
        assertThat(state.imei()).isEqualTo("490154203237518");
        assertThat(state.position()).isZero();
    }

    @Test
    void an_owner_stays_sealed_and_can_be_found_in_his_event() {
        recorded(MAY, Facts.registered().to(Persons.AIGUL).fact());

        assertThat(state(Moment.NOW).owner()).isInstanceOfSatisfying(RegisteredOwner.Person.class, it -> {
            assertThat(it.eventId()).isEqualTo(ledger.log.eventId(0));
            assertThat(it.field()).isEqualTo("owner.person");
            assertThat(it.person().sameAs(Facts.PSEUDONYMS.person(Persons.AIGUL)))
                    .isTrue();
        });
    }

    @Test
    void the_latest_registration_names_the_owner() {
        recorded(JUNE, Facts.registered().to(Companies.SHOP).on("2025-06-01").fact());
        recorded(JUNE, Facts.registered().to(Persons.AIGUL).on("2025-05-01").fact());

        assertThat(state(Moment.NOW).owner()).isEqualTo(new RegisteredOwner.Company(Companies.SHOP));
        assertThat(state(new Moment(MAY, null)).owner()).isInstanceOf(RegisteredOwner.Person.class);
    }

    @Test
    void imeis_that_one_file_says_are_one_device_are_siblings() {
        recorded(MAY, Facts.imported(Devices.PHONE).device("box 1").fact());
        recorded(MAY, Facts.imported(Devices.OTHER_PHONE).device("box 1").fact());
        recorded(MAY, Facts.imported(Devices.TAF_PHONE).device("box 2").fact());
        FileHash otherFile = new FileHash("ff".repeat(32));
        recorded(
                MAY,
                Facts.imported(Devices.PTCRB_PHONE)
                        .from(new Source.FileRow(otherFile, 1))
                        .device("box 1")
                        .fact());

        assertThat(state(Moment.NOW).siblings()).containsExactly(Devices.OTHER_PHONE.printed());
    }

    @Test
    void a_device_of_several_imeis_has_one_status_which_is_the_worst_of_theirs() {
        recorded(MAY, Facts.imported(Devices.PHONE).device("box 1").fact());
        recorded(MAY, Facts.imported(Devices.OTHER_PHONE).device("box 1").fact());
        recorded(JUNE, Facts.ordered(Devices.OTHER_PHONE, "17").on("2025-06-01").fact());

        DeviceState state = state(Moment.NOW);

        assertThat(state.status()).isEqualTo(ListStatus.WHITE);
        assertThat(state.device())
                .isEqualTo(new WholeDevice(
                        ListStatus.BLACK,
                        List.of(
                                new WholeDevice.Slot(Devices.OTHER_PHONE.printed(), ListStatus.BLACK),
                                new WholeDevice.Slot(Devices.PHONE.printed(), ListStatus.WHITE))));
        assertThat(state(new Moment(MAY, null)).device().status()).isEqualTo(ListStatus.WHITE);
    }

    @Test
    void a_device_of_one_imei_stands_where_that_stands() {
        assertThat(state(Moment.NOW).device())
                .isEqualTo(new WholeDevice(
                        ListStatus.UNKNOWN,
                        List.of(new WholeDevice.Slot(Devices.PHONE.printed(), ListStatus.UNKNOWN))));
    }

    @Test
    void history_is_the_stored_bytes_oldest_first() {
        recorded(MAY, Facts.imported().fact());
        recorded(JUNE, Facts.registered().fact());

        DeviceHistory history = ledger.query.devices().history(Devices.PHONE, Moment.NOW);

        assertThat(history.events())
                .extracting(HistoryEvent::type)
                .containsExactly("DeviceImported", "DeviceRegistered");
        assertThat(history.events()).extracting(HistoryEvent::recordedAt).containsExactly(MAY, JUNE);
        String stored = new String(ledger.log.storedBytes(1), StandardCharsets.UTF_8);
        assertThat(ledger.store
                        .get(HistoryView.NAME, HistoryView.key(Devices.PHONE.key(), 1))
                        .orElseThrow()
                        .text())
                .endsWith(",\"data\":" + stored + "}");
    }

    @Test
    void what_was_learned_later_was_not_known_before() {
        recorded(MAY, Facts.registered().on("2025-05-10").fact());
        recorded(JULY, Facts.declared().on("2025-05-01").fact());

        assertThat(state(Moment.NOW).status()).isEqualTo(ListStatus.WHITE);
        assertThat(state(new Moment(MAY, null)).status()).isEqualTo(ListStatus.WHITE);
        assertThat(state(new Moment(MAY, JUNE)).status()).isEqualTo(ListStatus.UNKNOWN);
        assertThat(ledger.query
                        .devices()
                        .history(Devices.PHONE, new Moment(null, JUNE))
                        .events())
                .hasSize(1);
    }

    @Test
    void a_withdrawn_fact_never_counted_once_that_is_known_and_stays_in_the_history() {
        recorded(MAY, Facts.imported().on("2025-05-02").fact());
        recorded(
                JUNE,
                new FactWithdrawn(
                        Devices.PHONE, JUNE, new Source.Actor("customs", "r1"), 0, "another number was meant"));

        assertThat(state(new Moment(MAY, MAY)).status()).isEqualTo(ListStatus.WHITE);
        assertThat(state(new Moment(MAY, JULY)).status()).isEqualTo(ListStatus.UNKNOWN);
        DeviceHistory history = ledger.query.devices().history(Devices.PHONE, new Moment(MAY, JULY));
        assertThat(history.events()).extracting(HistoryEvent::correctedBy).containsExactly(1L);
        assertThat(ledger.query.devices().history(Devices.PHONE, Moment.NOW).events())
                .extracting(HistoryEvent::corrects)
                .containsExactly(null, 0L);
    }

    @Test
    void anybody_learns_the_model_from_the_catalogue_and_what_to_do() {
        ledger.log.append(
                MAY, Listings.of(Devices.PHONE.tac(), "Nokia Oyj", "N8-00", Map.of("marketing_name", "Nokia N8")));
        ledger.catchUp();
        recorded(MAY, Facts.ordered("№ 7").fact());

        PublicCheck check = ledger.query.devices().publicCheck(Devices.PHONE);

        assertThat(check.brand()).isEqualTo("Nokia Oyj");
        assertThat(check.model()).isEqualTo("N8-00");
        assertThat(check.marketingName()).isEqualTo("Nokia N8");
        assertThat(check.status()).isEqualTo(ListStatus.BLACK);
        assertThat(check.advice()).isEqualTo(Advice.ASK_AUTHORITY);
    }

    @Test
    void a_later_listing_takes_the_place_of_an_earlier_one() {
        ledger.log.append(MAY, Listings.of(Devices.PHONE.tac(), "Nokia", "old", Map.of()));
        ledger.log.append(MAY, Listings.of(Devices.PHONE.tac(), "Nokia", "new", Map.of("brand_name", "HMD")));
        ledger.catchUp();

        assertThat(ledger.query.catalogue().model(Devices.PHONE.tac())).hasValueSatisfying(it -> {
            assertThat(it.brand()).isEqualTo("HMD");
            assertThat(it.model()).isEqualTo("new");
        });
    }
}
