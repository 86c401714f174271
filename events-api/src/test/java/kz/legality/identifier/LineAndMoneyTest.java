package kz.legality.identifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Subscriber lines and amounts of money. */
class LineAndMoneyTest {
    @ParameterizedTest
    @ValueSource(strings = {"77011234567", "+77011234567", " +77011234567 "})
    void a_number_of_kazakhstan_has_eleven_digits_with_or_without_a_plus(String text) {
        assertThat(Msisdn.of(text)).isEqualTo(new Msisdn("77011234567"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "+", "1234", "1234567890123456", "7701123456x", "++77011234567", "7701 1234567"})
    void what_is_no_number_is_refused(String text) {
        assertThatThrownBy(() -> Msisdn.of(text)).isInstanceOf(Malformed.class);
    }

    @Test
    void a_number_is_not_readable_in_a_log() {
        assertThat(new Msisdn("77011234567").toString()).doesNotContain("7011234");
        assertThat(new Imsi("401021234567890").toString()).doesNotContain("021234567890");
    }

    @Test
    void an_imsi_names_its_country() {
        assertThat(new Imsi("401021234567890").mcc()).isEqualTo("401");
        assertThat(new Imsi("001010").mcc()).isEqualTo("001");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "40102", "4010212345678901", "40102123456789F"})
    void what_is_no_imsi_is_refused(String text) {
        assertThatThrownBy(() -> new Imsi(text)).isInstanceOf(Malformed.class);
    }

    @Test
    void money_is_whole_tiyn() {
        assertThat(Tiyn.of(" 45000000 ")).isEqualTo(new Tiyn(45_000_000));
        assertThat(Tiyn.of("0").amount()).isZero();
        assertThat(new Tiyn(1).plus(new Tiyn(2))).isEqualTo(new Tiyn(3));
        assertThat(new Tiyn(1)).isLessThan(new Tiyn(2));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-1", "+1", "1.5", "1,5", "1e3", "1 000", "9999999999999999999", "0x10", "NaN"})
    void what_is_not_is_refused(String text) {
        assertThatThrownBy(() -> Tiyn.of(text)).isInstanceOf(Malformed.class);
    }

    @Test
    void money_is_never_negative_and_never_overflows() {
        assertThatThrownBy(() -> new Tiyn(-1)).isInstanceOf(Malformed.class);
        assertThatThrownBy(() -> new Tiyn(Long.MAX_VALUE).plus(new Tiyn(1))).isInstanceOf(ArithmeticException.class);
    }
}
