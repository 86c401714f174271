package kz.legality.allowance;

import static kz.legality.example.Facts.declared;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import kz.legality.device.DeviceEvent.DeviceDeclared;
import kz.legality.device.Standing;
import kz.legality.device.Standing.Reason;
import kz.legality.example.DeclarationDraft;
import kz.legality.example.Generators;
import kz.legality.example.Persons;
import kz.legality.example.Traveller;
import kz.legality.identifier.Iin;
import kz.legality.identifier.Imei;
import kz.legality.policy.Policy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PersonAllowanceTest {
    private static final int PAPERS = 9;
    private static final List<Iin> PERSONS = List.of(Persons.AIGUL, Persons.BOLAT);
    private static final String TOLD = "2027-06-01";

    static LongStream seeds() {
        return Generators.seeds(200);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void in_whatever_order_papers_arrive_the_same_devices_are_beyond_the_allowance(long seed) {
        Set<Imei> beyond = beyond(told(papers(seed), new Random(seed)));

        assertThat(beyond(told(papers(seed), new Random(~seed)))).isEqualTo(beyond);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void a_withdrawn_paper_leaves_everything_as_if_it_had_never_been_told(long seed) {
        List<DeclarationDraft> papers = papers(seed);
        Traveller traveller = told(papers, new Random(seed));
        DeclarationDraft withdrawn = papers.getFirst();
        traveller.withdraws(withdrawn.fact().imei(), DeviceDeclared.class, TOLD);

        List<DeclarationDraft> others = papers(seed).subList(1, PAPERS);

        assertThat(beyond(traveller)).isEqualTo(beyond(told(others, new Random(seed))));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void a_corrected_paper_leaves_everything_as_if_it_had_said_so_at_once(long seed) {
        Traveller traveller = told(papers(seed), new Random(seed));
        traveller.told(TOLD, corrected(papers(seed).getFirst()));

        List<DeclarationDraft> corrected = papers(seed);
        corrected.set(0, corrected(corrected.getFirst()));

        assertThat(beyond(traveller)).isEqualTo(beyond(told(corrected, new Random(seed))));
    }

    @Test
    void what_was_told_before_leads_to_nothing() {
        Traveller traveller = Traveller.arrives();
        DeviceDeclared fact = declared().fact();
        traveller.with(declared());

        assertThat(Allowing.declared(fact, fact.occurredAt(), traveller, kz.legality.policy.PolicyBook.kazakhstan()))
                .isEmpty();
    }

    private static DeclarationDraft corrected(DeclarationDraft paper) {
        return paper.by(Persons.BOLAT).on("2026-03-03").worth(20_000_000);
    }

    private static List<DeclarationDraft> papers(long seed) {
        Generators any = new Generators(seed);
        List<DeclarationDraft> papers = new ArrayList<>();
        for (int n = 0; n < PAPERS; n++) {
            LocalDate day = LocalDate.of(2025, 6, 1).plusDays(any.random().nextInt(400));
            DeclarationDraft paper = declared(any.imei())
                    .declaration("50501/030525/000010" + n)
                    .by(PERSONS.get(any.random().nextInt(PERSONS.size())))
                    .on(day.toString())
                    .worth(any.random().nextInt(100_000_000));
            papers.add(any.random().nextInt(5) == 0 ? paper.dutyPaid(1) : paper);
        }
        return papers;
    }

    private static Traveller told(List<DeclarationDraft> papers, Random order) {
        List<DeclarationDraft> shuffled = new ArrayList<>(papers);
        Collections.shuffle(shuffled, order);
        Traveller traveller = Traveller.arrives();
        shuffled.forEach(paper -> traveller.told(TOLD, paper));
        return traveller;
    }

    private static Set<Imei> beyond(Traveller traveller) {
        return traveller.imeis().stream()
                .filter(imei -> Standing.now(imei, traveller.device(imei), Policy.kazakhstan()).reasons().stream()
                        .map(Reason::code)
                        .anyMatch(Standing.Code.BEYOND_ALLOWANCE::equals))
                .collect(Collectors.toSet());
    }
}
