package kz.legality.command.intake;

import static kz.legality.sourcefile.FileKind.BLOCKS;
import static kz.legality.sourcefile.FileKind.CUSTOMS_EXPORTS;
import static kz.legality.sourcefile.FileKind.CUSTOMS_IMPORTS;
import static kz.legality.sourcefile.FileKind.PERSONAL_DECLARATIONS;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import kz.legality.device.DeviceEvent.DeviceBlocked;
import kz.legality.device.DeviceEvent.DeviceDeclared;
import kz.legality.device.DeviceEvent.DeviceExported;
import kz.legality.device.DeviceEvent.DeviceImported;
import kz.legality.event.LedgerEvent;
import kz.legality.sourcefile.FileEvent.FileReceived;
import kz.legality.sourcefile.FileEvent.FileRefused;
import kz.legality.sourcefile.FileKind;
import kz.legality.sourcefile.SourceFile.State;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HeaderTest {
    @TempDir
    Path directory;

    private LedgerUnderTest ledger;

    @BeforeEach
    void start() {
        ledger = new LedgerUnderTest(directory);
    }

    @Test
    void columns_are_found_by_name_in_any_order() {
        String file = "reference, reason ,imei,ordered_at,authority\nKUI-1,stolen," + Samples.imei(1)
                + ",2025-06-01T12:00:00+05:00,Police\n";

        Receipt receipt = ledger.receive(BLOCKS, file);

        assertThat(receipt.accepted()).isEqualTo(1);
        assertThat(ledger.device(1)).singleElement().isInstanceOf(DeviceBlocked.class);
        assertThat(((FileReceived) ledger.stream(receipt).getFirst()).columns())
                .containsExactly("reference", "reason", "imei", "ordered_at", "authority");
    }

    @Test
    void an_unknown_column_is_refused_by_name_and_nothing_is_recorded() {
        Receipt receipt =
                ledger.receive(BLOCKS, Samples.header(BLOCKS) + ",colour\n" + Samples.row(BLOCKS, 1) + ",red\n");

        assertThat(receipt.state()).isEqualTo(State.REFUSED);
        assertThat(receipt.refusal()).contains("unknown column 'colour'").contains("ordered_at");
        assertThat(receipt.rows()).isZero();
        assertThat(ledger.device(1)).isEmpty();
        assertThat(ledger.stream(receipt)).singleElement().isInstanceOf(FileRefused.class);
    }

    @Test
    void a_missing_column_is_named() {
        Receipt receipt = ledger.receive(BLOCKS, "ordered_at,imei,reason\n");

        assertThat(receipt.refusal()).isEqualTo("missing column 'authority', 'reference'");
    }

    @Test
    void a_column_that_stands_twice_is_named() {
        Receipt receipt = ledger.receive(BLOCKS, "ordered_at,imei,authority,reason,reference,imei\n");

        assertThat(receipt.refusal()).isEqualTo("column 'imei' stands twice in the header");
    }

    @Test
    void the_names_are_taken_in_the_case_they_have() {
        Receipt receipt = ledger.receive(BLOCKS, "ordered_at,IMEI,authority,reason,reference\n");

        assertThat(receipt.refusal()).isEqualTo("missing column 'imei'");
    }

    @Test
    void columns_that_may_be_left_out_may_be_left_out() {
        Receipt imports = ledger.receive(
                CUSTOMS_IMPORTS,
                "declaration,item,procedure,registered_at,importer_bin,imei,brand,model,unit_value_tiyn,unit_vat_tiyn\n"
                        + "50402/100125/0000001,1,40,2025-01-10T09:00:00+05:00," + Samples.BIN + "," + Samples.imei(1)
                        + ",Pixel,Nine,1,1\n");
        Receipt exports = ledger.receive(
                CUSTOMS_EXPORTS,
                "declaration,item,procedure,registered_at,exporter_bin,destination,imei,unit_value_tiyn\n"
                        + "50402/100325/0000002,1,10,2025-03-10," + Samples.BIN + ",AE," + Samples.imei(2) + ",1\n");
        Receipt declarations = ledger.receive(
                PERSONAL_DECLARATIONS,
                "declaration,person_iin,document,crossed_at,imei,brand,model,unit_value_tiyn\n"
                        + "50402/010425/0000003," + Samples.IIN + ",N123,2025-04-01," + Samples.imei(3)
                        + ",Pixel,Nine,1\n");

        assertThat(List.of(imports.accepted(), exports.accepted(), declarations.accepted()))
                .containsExactly(1L, 1L, 1L);
        assertThat(only(ledger.device(1), DeviceImported.class).releasedAt()).isNull();
        assertThat(only(ledger.device(2), DeviceExported.class).exitedAt()).isNull();
        assertThat(only(ledger.device(3), DeviceDeclared.class).tracking()).isNull();
    }

    @ParameterizedTest
    @EnumSource(value = FileKind.class, mode = EnumSource.Mode.EXCLUDE, names = "OPERATOR")
    void a_file_with_a_header_alone_is_accepted_with_no_rows(FileKind kind) {
        Receipt receipt = ledger.receive(kind, Samples.header(kind));

        assertThat(receipt.state()).isEqualTo(State.COMPLETED);
        assertThat(receipt.rows()).isZero();
    }

    @Test
    void an_empty_file_is_refused() {
        assertThat(ledger.receive(BLOCKS, "").refusal()).isEqualTo("the file is empty: it has not even a header");
        assertThat(ledger.receive(BLOCKS, "\n\n").refusal()).contains("empty");
    }

    @Test
    void a_byte_order_mark_is_passed_over() {
        Receipt receipt = ledger.receive(BLOCKS, "\uFEFF" + Samples.file(BLOCKS, Samples.row(BLOCKS, 1)));

        assertThat(receipt.accepted()).isEqualTo(1);
    }

    @Test
    void a_file_in_utf_16_is_refused_by_name() {
        Receipt receipt =
                ledger.receive(BLOCKS, ("\uFEFF" + Samples.header(BLOCKS)).getBytes(StandardCharsets.UTF_16LE));

        assertThat(receipt.refusal()).contains("UTF-16");
    }

    @Test
    void columns_separated_by_semicolons_are_refused_with_the_reason() {
        Receipt receipt = ledger.receive(BLOCKS, Samples.header(BLOCKS).replace(',', ';'));

        assertThat(receipt.refusal()).isEqualTo("columns are separated by commas, this file's by ';'");
    }

    @Test
    void a_first_row_that_is_data_is_refused_without_repeating_it() {
        Receipt receipt = ledger.receive(PERSONAL_DECLARATIONS, Samples.row(PERSONAL_DECLARATIONS, 1) + "\n");

        assertThat(receipt.refusal())
                .contains("the first row is not the header of personal-declarations")
                .doesNotContain(Samples.IIN)
                .doesNotContain(Samples.DOCUMENT);
    }

    @Test
    void a_number_that_stands_in_the_header_is_not_repeated() {
        Receipt receipt = ledger.receive(BLOCKS, Samples.header(BLOCKS) + "," + Samples.IIN + "\n");

        assertThat(receipt.refusal()).contains("unknown column number 6").doesNotContain(Samples.IIN);
    }

    private static <E> E only(List<LedgerEvent> events, Class<E> type) {
        return events.stream()
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst()
                .orElseThrow();
    }
}
