package kz.legality.identifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.LongStream;
import kz.legality.example.Generators;
import kz.legality.example.Persons;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TaxpayerNumberTest {
    static LongStream seeds() {
        return Generators.seeds(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"941240000193", "940140000385", "020240000555", "980540002879"})
    void these_are_companies(String text) {
        assertThat(TaxpayerNumber.of(text)).isEqualTo(new Bin(text));
        assertThatThrownBy(() -> new Iin(text)).isInstanceOf(Malformed.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"900101300811", "880715055126", " 010203001232 "})
    void these_are_persons(String text) {
        assertThat(TaxpayerNumber.of(text)).isEqualTo(new Iin(text.strip()));
        assertThatThrownBy(() -> new Bin(text.strip())).isInstanceOf(Malformed.class);
    }

    @Test
    void where_the_first_pass_gives_ten_the_second_gives_the_check_digit() {
        assertThat(new Iin("900101300823").value()).isEqualTo("900101300823");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9})
    void where_the_second_gives_ten_too_the_number_is_not_issued(int digit) {
        assertThatThrownBy(() -> new Iin("90010130080" + digit))
                .isInstanceOf(Malformed.class)
                .hasMessageContaining("is not issued");
    }

    @Test
    void a_foreigners_number_has_0_for_its_century() {
        assertThat(TaxpayerNumber.of(Persons.FOREIGNER.value())).isEqualTo(Persons.FOREIGNER);
    }

    @Test
    void a_wrong_check_digit_is_refused_in_one_plain_sentence() {
        assertThatThrownBy(() -> new Iin("900101300812"))
                .isInstanceOf(Malformed.class)
                .hasMessage("the check digit of this IIN is 2, it should be 1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "90010130081",
                "9001013008111",
                "90010130081a",
                "901301300811",
                "900132300811",
                "900100300811"
            })
    void what_is_no_number_of_a_person_is_refused(String text) {
        assertThatThrownBy(() -> new Iin(text)).isInstanceOf(Malformed.class);
        assertThatThrownBy(() -> TaxpayerNumber.of(text)).isInstanceOf(Malformed.class);
    }

    @Test
    void a_person_in_a_companys_place_is_refused_without_naming_him() {
        assertThatThrownBy(() -> new Bin("900101300811"))
                .isInstanceOf(Malformed.class)
                .hasMessageContaining("the number of a person")
                .message()
                .doesNotContain("900101");
    }

    @Test
    void a_persons_number_is_not_readable_in_a_log() {
        assertThat(Persons.AIGUL.toString()).doesNotContain("9001013008");
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void every_other_check_digit_is_refused(long seed) {
        Generators generators = new Generators(seed);
        for (TaxpayerNumber number : new TaxpayerNumber[] {generators.iin(), generators.bin()}) {
            String value = number.value();
            assertThat(TaxpayerNumber.of(value)).isEqualTo(number);
            for (char wrong = '0'; wrong <= '9'; wrong++) {
                String changed = value.substring(0, 11) + wrong;
                if (wrong != value.charAt(11)) {
                    assertThatThrownBy(() -> TaxpayerNumber.of(changed)).isInstanceOf(Malformed.class);
                }
            }
        }
    }
}
