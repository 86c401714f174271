package kz.legality.query.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kz.legality.claim.ExportItem;
import kz.legality.device.DeviceEvent.DeviceImported;
import kz.legality.device.DeviceEvent.FindingRaised;
import kz.legality.device.DeviceEvent.FindingWithdrawn;
import kz.legality.event.LedgerEvent;
import kz.legality.finding.Considered;
import kz.legality.finding.FindingState;
import kz.legality.finding.Severity;
import kz.legality.identifier.Procedure;
import kz.legality.query.finding.Docs.ClaimDoc;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The order in which words arrive changes neither what is found nor what stands on a claim. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ArrivalOrdersTest {
    private static final int ORDERS = Integer.getInteger("arrival.orders", 50);

    /** As many as there are words in the nation, and a trade around it that makes them enough. */
    private static final int PIECES = Integer.getInteger("arrival.pieces", 250);

    private static final int PIECE_MIN = 10;
    private static final int PIECE_MAX = 80;

    /** What a finding says, without the places where its facts happen to stand. */
    record Said(
            String rule,
            String stream,
            Severity severity,
            FindingState state,
            String basis,
            List<ExportItem> exports,
            Map<String, String> measures,
            List<Considered> considered) {
        static Said of(FindingDoc doc) {
            return new Said(
                    doc.finding().rule(),
                    doc.stream(),
                    doc.finding().severity(),
                    doc.state(),
                    doc.finding().basis(),
                    doc.finding().exports(),
                    doc.finding().measures(),
                    doc.finding().considered());
        }
    }

    private SortedMap<String, Said> expected = new TreeMap<>();
    private SortedMap<String, ClaimDoc> expectedClaims = new TreeMap<>();

    static Stream<Integer> seeds() {
        return IntStream.rangeClosed(1, ORDERS).boxed();
    }

    @BeforeAll
    void told_in_order_and_at_once(@TempDir Path directory) {
        try (TracedLedger ledger = new TracedLedger(directory)) {
            Nation.words().forEach(ledger::say);
            ledger.trace();
            expected = said(ledger);
            expectedClaims = ledger.claims();
        }
    }

    private ClaimDoc claim(String number) {
        return Objects.requireNonNull(expectedClaims.get(number), number);
    }

    private static SortedMap<String, Said> said(TracedLedger ledger) {
        SortedMap<String, Said> said = new TreeMap<>();
        ledger.findings().forEach((id, doc) -> said.put(id, Said.of(doc)));
        return said;
    }

    @Test
    void there_is_something_of_every_kind_to_find() {
        assertThat(expected.values())
                .extracting(Said::rule)
                .contains(
                        "R1", "R1b", "R1c", "R2a", "R2b", "R2c", "R3", "R4", "R5a", "R5b", "R5c", "R6a", "R6b", "R6d",
                        "R7", "R8");
        assertThat(expected.values()).extracting(Said::severity).contains(Severity.values());
        assertThat(claim("VAT-1").vatAtRisk()).isPositive();
        assertThat(claim("VAT-2").vatAtRisk()).as("it was replaced").isZero();
        assertThat(claim("VAT-5").devices()).as("its export is not known").isZero();
    }

    @Test
    void a_slip_of_the_pen_that_hits_another_phone_puts_no_refund_in_question() {
        assertThat(expected.values())
                .filteredOn(it -> it.stream().equals(Nation.phone(51).key()))
                .extracting(Said::rule, Said::severity)
                .containsExactlyInAnyOrder(tuple("R2a", Severity.WARN), tuple("R2b", Severity.WARN));
        assertThat(expected.values())
                .filteredOn(it -> it.stream().equals(Nation.phone(53).key()))
                .extracting(Said::rule, Said::severity)
                .containsExactlyInAnyOrder(tuple("R1", Severity.WARN), tuple("R1b", Severity.WARN));
        assertThat(claim("VAT-6").vatAtRisk()).isZero();
        assertThat(claim("VAT-7").vatAtRisk()).isZero();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void any_order_in_any_pieces_ends_in_the_same_findings_and_claims(int seed, @TempDir Path directory) {
        Random random = new Random(seed);
        List<LedgerEvent> words = new ArrayList<>(Nation.words());
        Collections.shuffle(words, random);
        try (TracedLedger ledger = new TracedLedger(directory)) {
            int piece = random.nextInt(PIECE_MIN, PIECE_MAX);
            for (int i = 0; i < words.size(); i++) {
                ledger.say(words.get(i));
                if (i % piece == piece - 1) {
                    ledger.trace();
                }
            }
            ledger.trace();

            assertThat(said(ledger).entrySet()).containsExactlyInAnyOrderElementsOf(expected.entrySet());
            assertThat(ledger.claims().values()).containsExactlyInAnyOrderElementsOf(expectedClaims.values());
        }
    }

    @Test
    void however_many_pieces_end_in_what_one_ends_in(@TempDir Path directory) {
        List<LedgerEvent> words = new ArrayList<>(Nation.ofSoManyWords(PIECES));
        SortedMap<String, Said> atOnce;
        SortedMap<String, ClaimDoc> claimsAtOnce;
        try (TracedLedger ledger = new TracedLedger(directory.resolve("one"))) {
            words.forEach(ledger::say);
            ledger.trace();
            atOnce = said(ledger);
            claimsAtOnce = ledger.claims();
        }
        Collections.shuffle(words, new Random(PIECES));
        int pieces = 0;
        try (TracedLedger ledger = new TracedLedger(directory.resolve("many"))) {
            for (int i = 0; i < words.size(); i++) {
                ledger.say(words.get(i));
                // So that the pieces are as many as asked for, however many words there are.
                if ((long) (i + 1) * PIECES / words.size() > pieces) {
                    ledger.trace();
                    pieces++;
                }
            }

            assertThat(pieces).isEqualTo(PIECES);
            assertThat(said(ledger).entrySet()).containsExactlyInAnyOrderElementsOf(atOnce.entrySet());
            assertThat(ledger.claims().values()).containsExactlyInAnyOrderElementsOf(claimsAtOnce.values());
        }
    }

    @Test
    void a_re_import_that_comes_last_withdraws_the_finding_by_an_event(@TempDir Path directory) {
        List<LedgerEvent> words = new ArrayList<>(Nation.words());
        LedgerEvent back = words.stream()
                .filter(it -> it.stream().equals(Nation.phone(2).key())
                        && it instanceof DeviceImported imported
                        && imported.procedure().equals(new Procedure("60")))
                .findFirst()
                .orElseThrow();
        words.remove(back);
        try (TracedLedger ledger = new TracedLedger(directory)) {
            words.forEach(ledger::say);
            ledger.trace();
            long before = ledger.claim("VAT-1").vatAtRisk();
            ledger.say(back);
            ledger.trace();

            List<LedgerEvent> stream = ledger.events(Nation.phone(2).key());
            assertThat(stream).hasAtLeastOneElementOfType(FindingRaised.class);
            assertThat(stream.getLast()).isInstanceOf(FindingWithdrawn.class);
            assertThat(ledger.claim("VAT-1").vatAtRisk()).isLessThan(before);
            assertThat(said(ledger).entrySet()).containsExactlyInAnyOrderElementsOf(expected.entrySet());
        }
    }
}
