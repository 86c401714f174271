package kz.legality.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import kz.legality.device.DeviceEvent.Fact;
import kz.legality.example.Devices;
import kz.legality.example.Generators;
import kz.legality.identifier.Imei;
import kz.legality.policy.Policy;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Files come late and in any order. Where a device stands in the end does not depend on it: the same list, and where that
 * is not the white one, for the same reasons. Two things may differ. The deadline of a grey term is counted from what was
 * known when it was promised, and is not taken back. And of several ways in which a device is lawful, the one named can
 * be the import or the grandfathering, because a grandfathering is recorded only where it is needed.
 */
class ArrivalOrderTest {
    private static final Policy POLICY = Policy.kazakhstan();
    private static final Imei PHONE = Devices.PHONE;

    static LongStream seeds() {
        return Generators.seeds(400);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void in_whatever_order_facts_arrive_the_device_stands_on_the_same_list(long seed) {
        List<Fact> life = lifeOf(seed);
        Standing inOrder = standing(record(life));
        for (int i = 0; i < 5; i++) {
            Standing shuffled = standing(record(shuffled(life, seed + i)));
            assertThat(shuffled.status()).as("of %s", life).isEqualTo(inOrder.status());
            if (inOrder.status() != ListStatus.WHITE) {
                assertThat(codes(shuffled)).isEqualTo(codes(inOrder));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void everything_said_again_leads_to_nothing(long seed) {
        List<Fact> life = lifeOf(seed);
        Device device = Device.of(record(life));
        for (Fact fact : shuffled(life, seed)) {
            assertThat(Deciding.on(new DeviceCommand.RecordFact(fact), device, POLICY)
                            .events())
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void a_sweep_leaves_nobody_grey_whose_term_has_ended_and_a_second_finds_nothing(long seed) {
        List<DeviceEvent> events = record(lifeOf(seed));
        Instant late = Instant.parse("2040-01-01T00:00:00Z");
        events.addAll(sweep(events, late));
        assertThat(standing(events).deadline()).isNull();
        assertThat(sweep(events, late)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void with_every_fact_withdrawn_nothing_is_left(long seed) {
        List<Fact> life = lifeOf(seed);
        List<DeviceEvent> events = record(shuffled(life, seed));
        Instant late = Instant.parse("2040-01-01T00:00:00Z");
        for (Device.Word word : Device.of(events).words()) {
            DeviceCommand withdraw = new DeviceCommand.WithdrawFact(
                    PHONE, late, new kz.legality.event.Source.Rule("test"), word.sequence(), "all of it was wrong");
            events.addAll(Deciding.on(withdraw, Device.of(events), POLICY).events());
        }
        Device device = Device.of(events);
        assertThat(device.words()).isEmpty();
        assertThat(device.origins()).isEmpty();
        assertThat(device.bindings()).isEmpty();
        assertThat(device.greyTerms()).isEmpty();
        assertThat(device.blocks()).isEmpty();
        assertThat(standing(events).status()).isEqualTo(ListStatus.UNKNOWN);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void a_registered_device_is_white_or_black_or_has_a_term_or_is_a_clone(long seed) {
        List<DeviceEvent> events = new ArrayList<>();
        for (Fact fact : shuffled(lifeOf(seed), seed)) {
            events.addAll(recorded(fact, events));
            Standing standing = standing(events);
            if (!Device.of(events).bindings().isEmpty() && standing.status() == ListStatus.GREY) {
                boolean clone = codes(standing).contains(Standing.Code.CLONE_DETECTED);
                assertThat(clone || standing.deadline() != null).isTrue();
            }
            if (!Device.of(events).bindings().isEmpty()) {
                assertThat(standing.status()).isNotEqualTo(ListStatus.UNKNOWN);
            }
        }
    }

    private static List<Fact> lifeOf(long seed) {
        Generators generators = new Generators(seed);
        return generators.life(PHONE, 2 + generators.random().nextInt(8));
    }

    private static List<Fact> shuffled(List<Fact> life, long seed) {
        List<Fact> shuffled = new ArrayList<>(life);
        Collections.shuffle(shuffled, new Random(seed));
        return shuffled;
    }

    private static List<DeviceEvent> record(List<Fact> facts) {
        List<DeviceEvent> events = new ArrayList<>();
        facts.forEach(fact -> events.addAll(recorded(fact, events)));
        return events;
    }

    private static List<DeviceEvent> recorded(Fact fact, List<DeviceEvent> before) {
        return Deciding.on(new DeviceCommand.RecordFact(fact), Device.of(before), POLICY)
                .events();
    }

    private static List<DeviceEvent> sweep(List<DeviceEvent> before, Instant until) {
        return Deciding.on(new DeviceCommand.EndGreyTerm(PHONE, until), Device.of(before), POLICY)
                .events();
    }

    private static Standing standing(List<DeviceEvent> events) {
        return Standing.now(PHONE, Device.of(events), POLICY);
    }

    private static Set<Standing.Code> codes(Standing standing) {
        return standing.reasons().stream().map(Standing.Reason::code).collect(Collectors.toSet());
    }
}
