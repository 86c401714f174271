package kz.legality.identifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.stream.LongStream;
import kz.legality.example.Generators;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers that stand on customs papers, passports and files. */
class PaperNumbersTest {
    static LongStream seeds() {
        return Generators.seeds(50);
    }

    @ParameterizedTest
    @CsvSource({
        "50501/010525/0001234, 50501, 2025-05-01", // Kazakhstan
        "10005030/311224/3012345, 10005030, 2024-12-31", // Russia
        "06/290224/0000001, 06, 2024-02-29", // Armenia
        "50501/010515/001234, 50501, 2015-05-01", // six digits, as they once were
        "50501/010515/П001234, 50501, 2015-05-01", // a letter before six
        "50501/010515/A00123, 50501, 2015-05-01", // a letter before five
    })
    void a_declaration_names_its_office_and_its_day(String text, String office, LocalDate day) {
        DeclarationNumber number = new DeclarationNumber(text);
        assertThat(number.office()).isEqualTo(office);
        assertThat(number.date()).isEqualTo(day);
        assertThat(number).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "50501/010525",
                "50501/010525/0001234/1",
                "5050/010525/0001234",
                "505011/010525/0001234",
                "50501/01052025/0001234",
                "50501/010525/12345",
                "50501/010525/12345678",
                "50501/010525/00A1234",
                "50501-010525-0001234",
                " 50501/010525/0001234",
                "٥٠٥٠١/010525/0001234"
            })
    void what_does_not_read_like_one_is_refused(String text) {
        assertThatThrownBy(() -> new DeclarationNumber(text)).isInstanceOf(Malformed.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"50501/310225/0001234", "50501/290225/0001234", "50501/000525/0001234", "50501/011325/0001234"})
    void a_day_that_never_was_is_refused(String text) {
        assertThatThrownBy(() -> new DeclarationNumber(text))
                .isInstanceOf(Malformed.class)
                .hasMessageContaining("date ddmmyy");
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void every_generated_declaration_reads_back(long seed) {
        DeclarationNumber number = new Generators(seed).declaration();
        assertThat(new DeclarationNumber(number.value())).isEqualTo(number);
    }

    @ParameterizedTest
    @CsvSource({
        "40, 40",
        "ИМ40, 40",
        "ИМ 40, 40",
        "ЭК31, 31",
        "ЭК10, 10",
        "4000, 40",
        "3140, 31",
        "ИМ4000, 40",
        "' 53 ', 53"
    })
    void a_procedure_is_read_from_box_1_and_from_box_37(String text, String code) {
        assertThat(Procedure.of(text)).isEqualTo(new Procedure(code));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "4", "400", "40000", "IM40", "4x", "ИМ"})
    void what_is_no_procedure_is_refused(String text) {
        assertThatThrownBy(() -> Procedure.of(text)).isInstanceOf(Malformed.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"N12345678", "045678912", "C01X00T47", "12 34 567890", "AB-123/4"})
    void a_document_number_is_as_its_state_writes_it(String text) {
        assertThat(new DocumentNumber(text).value()).isEqualTo(text);
        assertThat(new DocumentNumber(text).toString()).doesNotContain(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "123", "123456789012345678901", "N1234;678", "    ", "----"})
    void what_is_no_document_number_is_refused_without_repeating_it(String text) {
        assertThatThrownBy(() -> new DocumentNumber(text))
                .isInstanceOf(Malformed.class)
                .hasMessage("a document number has 4 to 20 letters and digits, this has not");
    }

    @Test
    void a_file_is_named_by_64_lower_case_hexadecimal_digits() {
        String hash = "0123456789abcdef".repeat(4);
        assertThat(new FileHash(hash)).hasToString(hash);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0123456789abcdef", "g"})
    void anything_else_is_refused(String start) {
        assertThatThrownBy(() -> new FileHash(start)).isInstanceOf(Malformed.class);
        assertThatThrownBy(() -> new FileHash("0123456789ABCDEF".repeat(4))).isInstanceOf(Malformed.class);
        assertThatThrownBy(() -> new FileHash("0".repeat(63) + "\n")).isInstanceOf(Malformed.class);
    }
}
