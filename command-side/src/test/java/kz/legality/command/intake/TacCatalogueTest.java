package kz.legality.command.intake;

import static kz.legality.sourcefile.FileKind.GSMA_TAC;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import kz.legality.event.Source;
import kz.legality.identifier.Tac;
import kz.legality.tac.TacEvent.TacListed;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TacCatalogueTest {
    private static final String HEADER =
            "TAC|Manufacturer|Model Name|Bands|Allocation_Date|Device Type|Marketing Name|NFC\n";

    @TempDir
    Path directory;

    private LedgerUnderTest ledger;

    @BeforeEach
    void start() {
        ledger = new LedgerUnderTest(directory);
    }

    @Test
    void the_catalogue_is_read_with_its_bars_its_names_and_its_further_columns() {
        Receipt receipt = ledger.receive(
                GSMA_TAC, HEADER + "35328700|\"Google\"|Pixel \"Nine\"|LTE, GSM 900|5-mar-2019|Smartphone|Pixel 9|\n");

        assertThat(ledger.stream("tac:35328700"))
                .containsExactly(new TacListed(
                        new Tac("35328700"),
                        LedgerUnderTest.NOW,
                        new Source.FileRow(receipt.sha256(), 1),
                        "Google",
                        "Pixel Nine",
                        List.of("LTE", "GSM 900"),
                        LocalDate.of(2019, 3, 5),
                        "Smartphone",
                        Map.of("marketing_name", "Pixel 9")));
    }

    @Test
    void a_code_that_is_listed_as_before_leads_to_nothing() {
        ledger.receive(GSMA_TAC, HEADER + "35328700|Google|Nine|LTE||Smartphone||\n");

        Receipt second = ledger.receive(
                GSMA_TAC, HEADER + "35328700|Google|Nine|LTE||Smartphone||\n35328701|Google|Ten|LTE||Smartphone||Y\n");

        assertThat(second.accepted()).isEqualTo(2);
        assertThat(second.events()).isEqualTo(1);
    }

    @Test
    void a_code_that_is_listed_otherwise_replaces_what_was_listed() {
        ledger.receive(GSMA_TAC, HEADER + "35328700|Google|Nine|LTE||Smartphone||\n");
        ledger.receive(GSMA_TAC, HEADER + "35328700|Google|Nine Pro|LTE||Smartphone||\n");

        assertThat(ledger.stream("tac:35328700")).hasSize(2);
    }

    @Test
    void commas_between_the_columns_do_as_well() {
        Receipt receipt = ledger.receive(
                GSMA_TAC, Samples.file(GSMA_TAC, "35328700,Google,Nine,\"LTE, GSM 900\",02-Sep-2012,Smartphone"));

        assertThat(receipt.accepted()).isEqualTo(1);
        assertThat(((TacListed) ledger.stream("tac:35328700").getFirst()).bands())
                .containsExactly("LTE", "GSM 900");
    }

    @Test
    void a_quarantined_row_of_the_catalogue_can_be_mended_in_the_csv_it_comes_back_in() {
        Receipt receipt = ledger.receive(GSMA_TAC, HEADER + "3532870|Google|Nine|LTE, GSM||Smartphone||\n");

        Receipt mended = ledger.receive(GSMA_TAC, ledger.quarantineCsv(receipt).replace("3532870,", "35328700,"));

        assertThat(mended.accepted()).isEqualTo(1);
        assertThat(ledger.waiting(receipt)).isEmpty();
        assertThat(((TacListed) ledger.stream("tac:35328700").getFirst()).other())
                .isEmpty();
    }

    @Test
    void a_missing_column_of_the_catalogue_is_named() {
        assertThat(ledger.receive(GSMA_TAC, "TAC|Manufacturer|Bands|Allocation Date|Device_Type\n")
                        .refusal())
                .isEqualTo("missing column 'model_name'");
    }
}
