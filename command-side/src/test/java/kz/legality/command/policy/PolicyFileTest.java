package kz.legality.command.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Period;
import kz.legality.policy.GreyTerms.ClockStart;
import kz.legality.policy.Policy;
import kz.legality.policy.PolicyFlaw;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyFileTest {
    @Test
    void the_shipped_file_of_kazakhstan_says_what_the_tests_of_the_domain_are_told_by() {
        assertThat(PolicyFile.shipped("KZ")).isEqualTo(Policy.kazakhstan());
    }

    @ParameterizedTest
    @ValueSource(strings = {"KZ", "TR", "UZ", "KG", "ID", "PK"})
    void what_is_recorded_of_a_shipped_policy_reads_as_the_same_policy(String jurisdiction) {
        Policy policy = PolicyFile.shipped(jurisdiction);

        assertThat(policy.jurisdiction()).isEqualTo(jurisdiction);
        assertThat(Policy.of(policy.terms())).isEqualTo(policy);
        assertThat(Policy.recorded(policy.terms())).isEqualTo(policy);
    }

    @Test
    void the_examples_differ_where_their_laws_do() {
        assertThat(PolicyFile.shipped("TR").lists().grey().term()).isEqualTo(Period.ofDays(120));
        assertThat(PolicyFile.shipped("UZ").lists().grey().nonResident()).isEqualTo(Period.ofDays(60));
        assertThat(PolicyFile.shipped("ID").lists().grey().start()).isEqualTo(ClockStart.BORDER_ENTRY);
        assertThat(PolicyFile.shipped("KG").personalImport().valueCapMRP()).isNull();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        lists.grey.term: P30D            | lists.grey.trem: P30D              | lists.grey.trem: is no key
        lists.grey.term: P30D            | #                                  | lists.grey.term: is missing
        lists.grey.term: P30D            | lists.grey.term: 30 days           | lists.grey.term: is a length of days
        device.maxImeis: 4               | device.maxImeis: four              | device.maxImeis: is a whole number
        jurisdiction: KZ                 | jurisdiction: [KZ]                 | jurisdiction: is one value
        exempt: [INBOUND_ROAMER, M2M]    | exempt: [TOURIST]                  | exempt: is one of
        device.maxImeis: 4               | device: 4                          | device: has keys of its own
        "..2025-12-31": 0.12             | "..2025-12-30": 0.12               | vat.rate: the days after 2025-12-30
        "..2025-12-31": 0.12             | "2025": 0.12                       | vat.rate: '2025' is no span
        payer: [IMPORTER]                | payer: [IMPORTER], bribe: 1        | fee.bribe: is no key
        zone: Asia/Almaty                | zone: Asia/Almaty-1                | zone: is a time zone
        lists.grey.term: P30D            | 'lists: {grey: {start: NOTIFICATION}}\nlists.grey.term: P30D' | lists.grey.start: is named twice
        """)
    void a_flaw_is_named_by_its_key(String line, String instead, String told) throws IOException {
        String file = kazakhstan();
        assertThat(file).contains(line);

        assertThatThrownBy(() -> PolicyFile.read(file.replace(line, instead.replace("\\n", "\n"))))
                .isInstanceOf(PolicyFlaw.class)
                .hasMessageStartingWith(told);
    }

    @Test
    void what_is_no_yaml_is_named_by_its_line() {
        assertThatThrownBy(() -> PolicyFile.read("a: [1"))
                .isInstanceOf(PolicyFlaw.class)
                .hasMessageContaining("line ");
        assertThatThrownBy(() -> PolicyFile.read("")).isInstanceOf(PolicyFlaw.class);
    }

    private static String kazakhstan() throws IOException {
        try (InputStream file = PolicyFileTest.class.getResourceAsStream("/policies/KZ.yaml")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
