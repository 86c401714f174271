package kz.legality.identifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import kz.legality.example.Devices;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TacTest {
    /** DIRBS's list: 00 followed by 10 and 01 to 17, or by 44, 86 or 91. The law here knows every 00 as a test. */
    static Stream<String> testTacsOfDirbs() {
        return Stream.concat(
                IntStream.rangeClosed(1, 17).mapToObj("0010%02d99"::formatted),
                Stream.of("00440000", "00869999", "00911234"));
    }

    @ParameterizedTest
    @MethodSource("testTacsOfDirbs")
    void every_test_tac_of_dirbs_is_one(String tac) {
        assertThat(new Tac(tac).isTest()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"00000000", "00101899", "00350000"})
    void and_so_is_every_other_that_begins_with_00(String tac) {
        assertThat(new Tac(tac).isTest()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"01124500", "35328706", "10010100", "44000000"})
    void no_other_is(String tac) {
        assertThat(new Tac(tac).isTest()).isFalse();
    }

    @Test
    void it_is_the_first_eight_digits_of_an_imei() {
        assertThat(Devices.PHONE.tac()).isEqualTo(new Tac("49015420"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "4901542", "490154200", "4901542a"})
    void anything_but_eight_digits_is_refused(String tac) {
        assertThatThrownBy(() -> new Tac(tac)).isInstanceOf(Malformed.class);
    }
}
