package kz.legality.command.intake;

import static kz.legality.sourcefile.FileKind.BLOCKS;
import static kz.legality.sourcefile.FileKind.CUSTOMS_EXPORTS;
import static kz.legality.sourcefile.FileKind.CUSTOMS_IMPORTS;
import static kz.legality.sourcefile.FileKind.PERSONAL_DECLARATIONS;
import static kz.legality.sourcefile.FileKind.REGISTRATIONS;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import kz.legality.command.policy.PolicyFile;
import kz.legality.device.BlockGround.Order;
import kz.legality.device.DeviceEvent.DeviceBlocked;
import kz.legality.device.DeviceEvent.DeviceDeclared;
import kz.legality.device.DeviceEvent.DeviceExported;
import kz.legality.device.DeviceEvent.DeviceImported;
import kz.legality.device.DeviceEvent.DeviceRegistered;
import kz.legality.device.DeviceEvent.GreyTermStarted;
import kz.legality.device.Owner;
import kz.legality.event.Source;
import kz.legality.identifier.Bin;
import kz.legality.identifier.DeclarationNumber;
import kz.legality.identifier.Iin;
import kz.legality.identifier.Imei;
import kz.legality.identifier.Msisdn;
import kz.legality.identifier.Procedure;
import kz.legality.identifier.Tiyn;
import kz.legality.policy.Policies;
import kz.legality.policy.Policy;
import kz.legality.sourcefile.FileKind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FactsTest {
    @TempDir
    Path directory;

    private LedgerUnderTest ledger;

    @BeforeEach
    void start() {
        ledger = new LedgerUnderTest(directory);
    }

    @Test
    void where_the_term_counts_from_the_notice_it_begins_when_the_file_came() throws IOException {
        Map<String, Object> terms = new HashMap<>(Policy.kazakhstan().terms());
        Policy fromNotice =
                PolicyFile.read(PolicyFile.text(terms).replace("start: FIRST_NETWORK_EVENT", "start: NOTIFICATION"));
        Intake intake = new Intake(
                ledger.store,
                ledger.seal,
                ledger.keys.pseudonyms(),
                Policies.always(fromNotice),
                Clock.fixed(LedgerUnderTest.NOW, ZoneOffset.UTC));

        intake.receive(
                REGISTRATIONS,
                "sent.csv",
                "tester",
                ledger.file(Samples.file(REGISTRATIONS, Samples.row(REGISTRATIONS, 1))),
                Progress.UNWATCHED);

        GreyTermStarted term = (GreyTermStarted) ledger.device(1).getLast();
        assertThat(term.occurredAt()).isEqualTo(LedgerUnderTest.NOW);
        assertThat(term.deadline()).isEqualTo(LedgerUnderTest.NOW.plus(Duration.ofDays(30)));
    }

    @Test
    void an_import_happened_when_the_goods_were_released() {
        Receipt receipt = receive(CUSTOMS_IMPORTS, Samples.row(CUSTOMS_IMPORTS, 1, "device", "box-7"));

        assertThat(ledger.device(1))
                .containsExactly(new DeviceImported(
                        new Imei(Samples.imei(1)),
                        Instant.parse("2025-01-12T05:00:00Z"),
                        new Source.FileRow(receipt.sha256(), 1),
                        null,
                        new DeclarationNumber("50402/100125/0000001"),
                        1,
                        new Procedure("40"),
                        OffsetDateTime.parse("2025-01-10T09:00:00+05:00"),
                        OffsetDateTime.parse("2025-01-12T10:00:00+05:00"),
                        new Bin(Samples.BIN),
                        "box-7",
                        "Pixel",
                        "Nine",
                        new Tiyn(15_000_000),
                        new Tiyn(1_800_000)));
    }

    @Test
    void an_import_not_released_happened_when_it_was_declared() {
        receive(CUSTOMS_IMPORTS, Samples.row(CUSTOMS_IMPORTS, 1, "released_at", ""));

        assertThat(ledger.device(1).getFirst().occurredAt()).isEqualTo(Instant.parse("2025-01-10T04:00:00Z"));
    }

    @Test
    void an_export_happened_when_the_goods_left_else_when_it_was_declared() {
        receive(CUSTOMS_EXPORTS, Samples.row(CUSTOMS_EXPORTS, 1), Samples.row(CUSTOMS_EXPORTS, 2, "exited_at", ""));

        DeviceExported left = (DeviceExported) ledger.device(1).getFirst();
        assertThat(left.occurredAt()).isEqualTo(Instant.parse("2025-03-12T05:00:00Z"));
        assertThat(left.exporter()).isEqualTo(new Bin(Samples.OTHER_BIN));
        assertThat(left.destination()).isEqualTo("AE");
        assertThat(ledger.device(2).getFirst().occurredAt()).isEqualTo(Instant.parse("2025-03-10T04:00:00Z"));
    }

    @Test
    void a_date_alone_is_the_beginning_of_that_day_in_the_policys_zone() {
        receive(BLOCKS, Samples.row(BLOCKS, 1, "ordered_at", "2025-06-01"));

        assertThat(ledger.device(1).getFirst().occurredAt()).isEqualTo(Instant.parse("2025-05-31T19:00:00Z"));
    }

    @Test
    void a_date_far_in_the_future_is_recorded_as_it_was_said() {
        receive(REGISTRATIONS, Samples.row(REGISTRATIONS, 1, "registered_at", "9999-12-31T23:59:59Z"));

        assertThat(ledger.device(1)).hasSize(2);
    }

    @Test
    void a_declarations_person_and_document_belong_to_the_person() {
        receive(PERSONAL_DECLARATIONS, Samples.row(PERSONAL_DECLARATIONS, 1));

        DeviceDeclared declared = (DeviceDeclared) ledger.device(1).getFirst();
        assertThat(declared.person().sameAs(ledger.keys.pseudonyms().person(new Iin(Samples.IIN))))
                .isTrue();
        assertThat(declared.document())
                .isNotNull()
                .satisfies(document -> assertThat(document.subject())
                        .isEqualTo(declared.person().subject()));
        assertThat(declared.tracking()).isEqualTo("LP001");
    }

    @Test
    void a_persons_line_belongs_to_the_person_and_what_follows_is_recorded_with_the_fact() {
        Receipt receipt = receive(REGISTRATIONS, Samples.row(REGISTRATIONS, 1, "msisdn", "+" + Samples.MSISDN));

        DeviceRegistered registered = (DeviceRegistered) ledger.device(1).getFirst();
        Owner.Person owner = (Owner.Person) registered.owner();
        assertThat(registered.msisdn().subject()).isEqualTo(owner.person().subject());
        assertThat(registered.imsi().subject()).isEqualTo(owner.person().subject());
        assertThat(registered.msisdn().pseudonym())
                .isEqualTo(ledger.keys.pseudonyms().of(new Msisdn(Samples.MSISDN)));
        assertThat(ledger.device(1).getLast()).isInstanceOf(GreyTermStarted.class);
        assertThat(receipt.events()).isEqualTo(2);
    }

    @Test
    void a_companys_line_is_a_subject_of_its_own() {
        receive(REGISTRATIONS, Samples.row(REGISTRATIONS, 1, "owner", Samples.BIN));

        DeviceRegistered registered = (DeviceRegistered) ledger.device(1).getFirst();
        assertThat(registered.owner()).isEqualTo(new Owner.Company(new Bin(Samples.BIN)));
        assertThat(registered.imsi().subject())
                .isEqualTo(ledger.keys.pseudonyms().lineOf(new Msisdn(Samples.MSISDN)));
    }

    @Test
    void a_block_names_its_order() {
        receive(BLOCKS, Samples.row(BLOCKS, 1));

        assertThat(((DeviceBlocked) ledger.device(1).getFirst()).ground())
                .isEqualTo(new Order("Police", "stolen", "KUI-1"));
    }

    @Test
    void rows_about_one_device_are_decided_in_their_order() {
        Receipt receipt = receive(
                CUSTOMS_IMPORTS,
                Samples.row(CUSTOMS_IMPORTS, 1),
                Samples.row(CUSTOMS_IMPORTS, 1),
                Samples.row(CUSTOMS_IMPORTS, 1, "model", "Ten"));

        assertThat(receipt.accepted()).isEqualTo(3);
        assertThat(receipt.events()).isEqualTo(2);
        assertThat(((DeviceImported) ledger.device(1).getLast()).corrects()).isZero();
    }

    private Receipt receive(FileKind kind, String... rows) {
        Receipt receipt = ledger.receive(kind, Samples.file(kind, rows));
        assertThat(receipt.quarantined()).isZero();
        return receipt;
    }
}
