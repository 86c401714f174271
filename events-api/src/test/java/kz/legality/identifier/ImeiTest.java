package kz.legality.identifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.LongStream;
import kz.legality.example.Devices;
import kz.legality.example.Generators;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** 3GPP TS 23.003 section 6 and annex B. */
class ImeiTest {
    static LongStream seeds() {
        return Generators.seeds(200);
    }

    @ParameterizedTest
    @CsvSource({"49015420323751, 8", "35328706000000, 3", "86012345678901, 4"})
    void the_check_digit_is_luhns(String fourteen, int expected) {
        assertThat(new Imei(fourteen).checkDigit()).isEqualTo(expected);
        assertThat(Imei.declared(fourteen + expected).printed()).isEqualTo(fourteen + expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"49015420323751", "490154203237518", "4901542032375101", "  490154203237518 "})
    void it_is_written_with_14_15_or_16_digits_and_is_the_same_device(String text) {
        assertThat(Imei.declared(text)).isEqualTo(Devices.PHONE).hasSameHashCodeAs(Devices.PHONE);
        assertThat(Imei.declared(text).key()).isEqualTo("49015420323751");
        assertThat(Imei.declared(text).printed()).isEqualTo("490154203237518");
    }

    @Test
    void what_was_written_is_kept() {
        assertThat(Imei.declared("4901542032375101").asGiven()).isEqualTo("4901542032375101");
    }

    @Test
    void the_fourteenth_digit_tells_devices_apart() {
        assertThat(new Imei("49015420323751")).isNotEqualTo(new Imei("49015420323752"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "4901542032375",
                "49015420323751801",
                "4901542032375a8",
                "49015420323751F",
                "49-015420-323751",
                "٤٩٠١٥٤٢٠٣٢٣٧٥١",
                "+4901542032375",
                "4901542 0323751"
            })
    void other_lengths_hexadecimal_and_other_scripts_are_refused(String text) {
        assertThatThrownBy(() -> Imei.declared(text)).isInstanceOf(Malformed.class);
        assertThatThrownBy(() -> Imei.seenByNetwork(text)).isInstanceOf(Malformed.class);
    }

    @Test
    void a_wrong_check_digit_is_refused_naming_the_true_one() {
        assertThatThrownBy(() -> Imei.declared("490154203237513"))
                .isInstanceOf(Malformed.class)
                .hasMessageContaining("is 3, it should be 8");
    }

    @Test
    void the_spare_zero_of_a_network_is_accepted_from_networks_only() {
        assertThat(Imei.seenByNetwork("490154203237510")).isEqualTo(Devices.PHONE);
        assertThatThrownBy(() -> Imei.declared("490154203237510")).isInstanceOf(Malformed.class);
    }

    @Test
    void leading_zeros_count() {
        assertThat(Devices.PTCRB_PHONE.key()).isEqualTo("01124500123456");
        assertThat(Devices.PTCRB_PHONE.tac().reportingBody()).isEqualTo("01");
        assertThat(new Imei("00000000000000").printed()).isEqualTo("000000000000000");
    }

    @Test
    void a_refusal_never_repeats_what_may_be_a_persons_number() {
        assertThatThrownBy(() -> Imei.declared("401021234567891"))
                .isInstanceOf(Malformed.class)
                .message()
                .doesNotContain("40102123456789");
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void every_printed_imei_is_accepted(long seed) {
        Imei imei = new Generators(seed).imei();
        assertThat(Imei.declared(imei.printed())).isEqualTo(imei);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void every_change_of_one_digit_is_refused(long seed) {
        String printed = new Generators(seed).imei().printed();
        for (int i = 0; i < printed.length(); i++) {
            for (char digit = '0'; digit <= '9'; digit++) {
                String changed = printed.substring(0, i) + digit + printed.substring(i + 1);
                if (digit != printed.charAt(i)) {
                    assertThatThrownBy(() -> Imei.declared(changed)).isInstanceOf(Malformed.class);
                }
            }
        }
    }

    /** Luhn's one blind spot between neighbours. */
    @ParameterizedTest
    @MethodSource("seeds")
    void every_swap_of_neighbours_is_refused_except_of_0_and_9(long seed) {
        String printed = new Generators(seed).imei().printed();
        for (int i = 0; i + 1 < printed.length(); i++) {
            char left = printed.charAt(i);
            char right = printed.charAt(i + 1);
            String swapped = printed.substring(0, i) + right + left + printed.substring(i + 2);
            boolean blind = Math.abs(left - right) == 9;
            if (left == right || blind) {
                assertThat(Imei.declared(swapped).asGiven()).isEqualTo(swapped);
            } else {
                assertThatThrownBy(() -> Imei.declared(swapped)).isInstanceOf(Malformed.class);
            }
        }
    }
}
