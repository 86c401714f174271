package kz.legality.command.intake;

import static kz.legality.sourcefile.FileKind.ASSOCIATION_LIST;
import static kz.legality.sourcefile.FileKind.BARRED_LIST;
import static kz.legality.sourcefile.FileKind.BARRED_TAC_LIST;
import static kz.legality.sourcefile.FileKind.BLOCKS;
import static kz.legality.sourcefile.FileKind.CUSTOMS_EXPORTS;
import static kz.legality.sourcefile.FileKind.CUSTOMS_IMPORTS;
import static kz.legality.sourcefile.FileKind.GOLDEN_LIST;
import static kz.legality.sourcefile.FileKind.GSMA_TAC;
import static kz.legality.sourcefile.FileKind.MONITORING_LIST;
import static kz.legality.sourcefile.FileKind.PAIRING_LIST;
import static kz.legality.sourcefile.FileKind.PERSONAL_DECLARATIONS;
import static kz.legality.sourcefile.FileKind.REGISTRATIONS;
import static kz.legality.sourcefile.FileKind.REGISTRATION_LIST;
import static kz.legality.sourcefile.FileKind.STOLEN_LIST;
import static kz.legality.sourcefile.FileKind.SUBSCRIBERS_LIST;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import kz.legality.command.intake.Quarantine.Waiting;
import kz.legality.sourcefile.FileKind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class MalformedCellsTest {
    private static final Set<String> MAY_BE_BLANK = Set.of(
            "device",
            "tracking",
            "duty_paid_tiyn",
            "replaces",
            "released_at",
            "exited_at",
            "manufacturer",
            "model_name",
            "bands",
            "allocation_date",
            "device_type",
            "make",
            "model_number",
            "brand_name",
            "radio_interface",
            "status",
            "reporting_date");

    @TempDir
    Path directory;

    private LedgerUnderTest ledger;

    @BeforeEach
    void start() {
        ledger = new LedgerUnderTest(directory);
    }

    static Stream<Arguments> malformedCells() {
        return Stream.concat(
                Stream.of(CUSTOMS_IMPORTS, CUSTOMS_EXPORTS)
                        .flatMap(kind -> Stream.of(
                                arguments(kind, "declaration", "50402-100125-1", "office/ddmmyy/sequence"),
                                arguments(kind, "declaration", "50402/310225/0000001", "date ddmmyy"),
                                arguments(kind, "item", "0", "from 1"),
                                arguments(kind, "item", "-1", "from 1"),
                                arguments(kind, "item", "1.5", "from 1"),
                                arguments(kind, "item", "9999999999", "from 1"),
                                arguments(kind, "procedure", "4", "two digits"),
                                arguments(kind, "registered_at", "10.01.2025", "a time reads"),
                                arguments(kind, "registered_at", "2025-01-10T09:00:00", "a time reads"),
                                arguments(kind, "registered_at", "2025-02-30", "a time reads"),
                                arguments(kind, "registered_at", "+12025-01-10T09:00:00Z", "a time reads"),
                                arguments(kind, "unit_value_tiyn", "1500.50", "whole number of tiyn"),
                                arguments(kind, "unit_value_tiyn", "-1", "whole number of tiyn"))),
                Stream.of(
                        arguments(CUSTOMS_IMPORTS, "released_at", "yesterday", "a time reads"),
                        arguments(CUSTOMS_IMPORTS, "importer_bin", "941240000194", "check digit"),
                        arguments(CUSTOMS_IMPORTS, "importer_bin", Samples.IIN, "is the number of a person"),
                        arguments(CUSTOMS_IMPORTS, "unit_vat_tiyn", "12%", "whole number of tiyn"),
                        arguments(CUSTOMS_EXPORTS, "exited_at", "2025-13-01", "a time reads"),
                        arguments(CUSTOMS_EXPORTS, "exporter_bin", "94124000019", "12 decimal digits"),
                        arguments(PERSONAL_DECLARATIONS, "declaration", Samples.IIN, "this does not"),
                        arguments(PERSONAL_DECLARATIONS, "person_iin", "900101300120", "check digit"),
                        arguments(PERSONAL_DECLARATIONS, "person_iin", Samples.BIN, "date of birth"),
                        arguments(PERSONAL_DECLARATIONS, "document", "N1!", "4 to 20 letters"),
                        arguments(PERSONAL_DECLARATIONS, "crossed_at", "1.4.2025", "a time reads"),
                        arguments(PERSONAL_DECLARATIONS, "unit_value_tiyn", "x", "whole number of tiyn"),
                        arguments(REGISTRATIONS, "registered_at", "0", "a time reads"),
                        arguments(REGISTRATIONS, "owner", "1234", "12 decimal digits"),
                        arguments(REGISTRATIONS, "msisdn", "+7 705 123", "5 to 15 decimal digits"),
                        arguments(REGISTRATIONS, "imsi", "4010100012345678", "6 to 15 decimal digits"),
                        arguments(BLOCKS, "ordered_at", "now", "a time reads"),
                        arguments(STOLEN_LIST, "reporting_date", "2025-06-01", "eight digits"),
                        arguments(GOLDEN_LIST, "golden_imei", "0123456789abcdef0123456789abcdef", "names no device"),
                        arguments(REGISTRATION_LIST, "approved_imei", "353287000000019", "check digit"),
                        arguments(PAIRING_LIST, "imsi", "401", "6 to 15 decimal digits"),
                        arguments(PAIRING_LIST, "msisdn", "770x", "5 to 15 decimal digits"),
                        arguments(SUBSCRIBERS_LIST, "uid", "90010130012 9", "1 to 20 letters"),
                        arguments(ASSOCIATION_LIST, "uid", "123456789012345678901", "1 to 20 letters"),
                        arguments(BARRED_TAC_LIST, "tac", "3500001", "8 decimal digits"),
                        arguments(GSMA_TAC, "tac", "3500001", "8 decimal digits"),
                        arguments(GSMA_TAC, "allocation_date", "2019-03-05", "05-Mar-2019"),
                        arguments(GSMA_TAC, "allocation_date", "31-Feb-2019", "05-Mar-2019")));
    }

    static Stream<Arguments> malformedImeis() {
        return Stream.of(
                        CUSTOMS_IMPORTS,
                        CUSTOMS_EXPORTS,
                        PERSONAL_DECLARATIONS,
                        REGISTRATIONS,
                        BLOCKS,
                        STOLEN_LIST,
                        PAIRING_LIST,
                        BARRED_LIST,
                        ASSOCIATION_LIST,
                        MONITORING_LIST)
                .flatMap(kind -> Stream.of(
                        arguments(kind, "imei", "1234567890123", "13 characters"),
                        arguments(kind, "imei", "12345678901234567", "17 characters"),
                        arguments(kind, "imei", "3532870000001A", "decimal digits only"),
                        arguments(kind, "imei", "353287000000019", "check digit")));
    }

    /** What operators saw goes to the archive, which has guards of its own. */
    private static boolean isTakenRowByRow(FileKind kind) {
        return kind != FileKind.OPERATOR;
    }

    /** The register of approved devices may not know a model; who declares a device does. */
    private static boolean mayBeBlank(FileKind kind, String column) {
        return MAY_BE_BLANK.contains(column) || (kind == REGISTRATION_LIST && column.equals("model"));
    }

    static Stream<Arguments> neededColumns() {
        return Arrays.stream(FileKind.values())
                .filter(MalformedCellsTest::isTakenRowByRow)
                .flatMap(kind -> Arrays.stream(Samples.header(kind).split(Samples.SEPARATOR, -1))
                        .filter(column -> !mayBeBlank(kind, column))
                        .map(column -> arguments(kind, column)));
    }

    static Stream<Arguments> blankableColumns() {
        return Arrays.stream(FileKind.values())
                .filter(MalformedCellsTest::isTakenRowByRow)
                .flatMap(kind -> Arrays.stream(Samples.header(kind).split(Samples.SEPARATOR, -1))
                        .filter(column -> mayBeBlank(kind, column))
                        .map(column -> arguments(kind, column)));
    }

    @ParameterizedTest
    @MethodSource({"malformedCells", "malformedImeis"})
    void a_malformed_cell_is_quarantined_with_its_column_and_a_reason_that_does_not_repeat_it(
            FileKind kind, String column, String cell, String reason) {
        Receipt receipt =
                ledger.receive(kind, Samples.file(kind, Samples.row(kind, 1, column, cell), Samples.row(kind, 2)));

        assertThat(receipt.accepted()).isEqualTo(1);
        assertThat(receipt.quarantined()).isEqualTo(1);
        Waiting row = ledger.waiting(receipt).getFirst();
        assertThat(row.row()).isEqualTo(1);
        assertThat(row.column()).isEqualTo(column);
        assertThat(row.reason()).contains(reason);
        if (cell.length() > 4) {
            assertThat(row.reason()).doesNotContain(cell);
        }
    }

    @ParameterizedTest
    @MethodSource("neededColumns")
    void a_blank_cell_that_is_needed_is_quarantined_with_its_column(FileKind kind, String column) {
        Receipt receipt = ledger.receive(kind, Samples.file(kind, Samples.row(kind, 1, column, "  ")));

        assertThat(ledger.waiting(receipt))
                .singleElement()
                .satisfies(row -> assertThat(row.column() + ": " + row.reason()).isEqualTo(column + ": it is empty"));
    }

    @ParameterizedTest
    @MethodSource("blankableColumns")
    void a_blank_cell_that_is_not_needed_is_no_flaw(FileKind kind, String column) {
        Receipt receipt = ledger.receive(kind, Samples.file(kind, Samples.row(kind, 1, column, "")));

        assertThat(receipt.accepted()).isEqualTo(1);
    }

    @Test
    void the_first_bad_column_is_named_and_the_reason_lists_all() {
        String row = Samples.row(CUSTOMS_IMPORTS, 1, "item", "x").replace(",Pixel,", ",,");

        Receipt receipt = ledger.receive(CUSTOMS_IMPORTS, Samples.file(CUSTOMS_IMPORTS, row));

        Waiting waiting = ledger.waiting(receipt).getFirst();
        assertThat(waiting.column()).isEqualTo("item");
        assertThat(waiting.reason())
                .isEqualTo("item: the number of an item is a whole number from 1, this is not; brand: it is empty");
    }

    @Test
    void shifted_columns_bring_no_persons_number_into_a_reason() {
        List<String> cells = List.of(Samples.row(PERSONAL_DECLARATIONS, 1).split(Samples.SEPARATOR, -1));
        List<String> personal = List.of(Samples.IIN, Samples.MSISDN, Samples.IMSI, "'" + Samples.IIN + "'");
        for (String number : personal) {
            for (int i = 0; i < cells.size(); i++) {
                String row = Samples.row(
                        PERSONAL_DECLARATIONS,
                        1,
                        Samples.header(PERSONAL_DECLARATIONS).split(Samples.SEPARATOR, -1)[i],
                        number);
                Receipt receipt = ledger.receive(PERSONAL_DECLARATIONS, Samples.file(PERSONAL_DECLARATIONS, row + i));

                assertThat(ledger.waiting(receipt))
                        .extracting(Waiting::reason)
                        .allSatisfy(
                                reason -> assertThat(reason).doesNotContain(Samples.IIN, Samples.MSISDN, Samples.IMSI));
            }
        }
    }
}
