package kz.legality.command.device;

import static kz.legality.command.device.Phone.IMEI;
import static kz.legality.command.device.Phone.at;
import static kz.legality.command.device.Phone.blocked;
import static kz.legality.command.device.Phone.deadlineFrom;
import static kz.legality.command.device.Phone.declared;
import static kz.legality.command.device.Phone.endingGreyTerm;
import static kz.legality.command.device.Phone.imported;
import static kz.legality.command.device.Phone.lifting;
import static kz.legality.command.device.Phone.registered;
import static kz.legality.command.device.Phone.withdrawing;

import java.util.List;
import java.util.Map;
import kz.legality.device.BlockGround;
import kz.legality.device.Decision;
import kz.legality.device.Decision.Accepted;
import kz.legality.device.Decision.Refusal;
import kz.legality.device.Decision.Refused;
import kz.legality.device.DeviceCommand;
import kz.legality.device.DeviceCommand.RecordFact;
import kz.legality.device.DeviceEvent;
import kz.legality.device.DeviceEvent.DeviceBlocked;
import kz.legality.device.DeviceEvent.DeviceUnblocked;
import kz.legality.device.DeviceEvent.Fact;
import kz.legality.device.DeviceEvent.FactWithdrawn;
import kz.legality.device.DeviceEvent.GreyTermStarted;
import kz.legality.event.Source;
import kz.legality.policy.Policies;
import kz.legality.policy.Policy;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

class DeviceAggregateTest {
    private static final String POLICY = Policy.kazakhstan().version();

    private final FixtureConfiguration<DeviceAggregate> device = new AggregateTestFixture<>(DeviceAggregate.class)
            .registerCommandTargetResolver(new ByImei())
            .registerInjectableResource(Policies.always(Policy.kazakhstan()));

    @Test
    void an_import_is_recorded() {
        device.givenNoPriorActivity().when(recording(imported(1))).expectEvents(imported(1));
    }

    @Test
    void a_repeated_import_leads_to_nothing() {
        device.given(imported(1)).when(recording(imported(1))).expectNoEvents().expectResultMessagePayload(nothing());
    }

    @Test
    void an_import_said_differently_corrects_the_first() {
        device.given(imported(1))
                .when(recording(imported(1, "Nokla")))
                .expectEvents(imported(1, "Nokla").correcting(0L));
    }

    @Test
    void a_registration_without_legality_starts_a_grey_term() {
        device.givenNoPriorActivity().when(recording(registered(2))).expectEvents(registered(2), greyFrom(2));
    }

    @Test
    void a_registration_of_an_imported_phone_starts_none() {
        device.given(imported(1)).when(recording(registered(2))).expectEvents(registered(2));
    }

    @Test
    void an_order_blocks() {
        device.given(imported(1)).when(recording(blocked(3, "17"))).expectEvents(blocked(3, "17"));
    }

    @Test
    void the_block_of_a_named_order_is_lifted() {
        device.given(imported(1), blocked(3, "17"))
                .when(asking(lifting(4, "17")))
                .expectEvents(new DeviceUnblocked(
                        IMEI, at(4), new Source.Actor("officer", "req-1"), 1, "MVD", "FOUND", "lift-17"));
    }

    @Test
    void a_block_nobody_ordered_is_not_lifted() {
        device.given(imported(1), blocked(3, "17"))
                .when(asking(lifting(4, "18")))
                .expectNoEvents()
                .expectSuccessfulHandlerExecution()
                .expectResultMessagePayload(new Refused(
                        Refusal.NO_SUCH_BLOCK, "no block of IMEI 490154203237518 was ordered under reference '18'"));
    }

    @Test
    void a_refusal_about_a_phone_nobody_saw_leaves_no_trace() {
        device.givenNoPriorActivity()
                .when(asking(lifting(4, "17")))
                .expectNoEvents()
                .expectSuccessfulHandlerExecution();
    }

    @Test
    void a_grey_term_that_ends_unproven_blocks() {
        device.given(registered(2), greyFrom(2))
                .when(asking(endingGreyTerm(deadlineFrom(2))))
                .expectEvents(expiredFrom(2));
    }

    @Test
    void a_grey_term_that_runs_is_left_alone() {
        device.given(registered(2), greyFrom(2))
                .when(asking(endingGreyTerm(deadlineFrom(2).minusSeconds(1))))
                .expectNoEvents()
                .expectResultMessagePayload(nothing());
    }

    @Test
    void late_legality_lifts_the_expiry_block() {
        DeviceEvent.DeviceDeclared late = declared(40);
        device.given(registered(2), greyFrom(2), expiredFrom(2))
                .when(recording(late))
                .expectEvents(
                        late,
                        new DeviceUnblocked(
                                IMEI,
                                at(40),
                                new Source.Rule("WhenLegalityIsProvenThenTheExpiryBlockIsLifted"),
                                2,
                                "ledger",
                                "LEGALITY_PROVEN",
                                POLICY));
    }

    @Test
    void late_legality_leaves_an_order_standing() {
        device.given(blocked(1, "17"), registered(2), greyFrom(2), expiredFrom(2))
                .when(recording(declared(40)))
                .expectEvents(
                        declared(40),
                        new DeviceUnblocked(
                                IMEI,
                                at(40),
                                new Source.Rule("WhenLegalityIsProvenThenTheExpiryBlockIsLifted"),
                                3,
                                "ledger",
                                "LEGALITY_PROVEN",
                                POLICY));
    }

    @Test
    void a_withdrawn_import_leaves_its_phone_grey() {
        device.given(imported(1), registered(2))
                .when(asking(withdrawing(5, 0)))
                .expectEvents(
                        new FactWithdrawn(IMEI, at(5), new Source.Actor("officer", "req-1"), 0, "typed twice"),
                        greyFrom(5));
    }

    @Test
    void what_was_corrected_cannot_be_withdrawn() {
        device.given(imported(1), imported(1, "Nokla").correcting(0L))
                .when(asking(withdrawing(5, 0)))
                .expectNoEvents()
                .expectResultMessagePayload(new Refused(
                        Refusal.NO_SUCH_FACT,
                        "event 0 of IMEI 490154203237518 is not a fact that counts today: it was corrected or"
                                + " withdrawn before, or never was one"));
    }

    private static CommandMessage<DeviceCommand> recording(Fact fact) {
        return asking(new RecordFact(fact));
    }

    private static CommandMessage<DeviceCommand> asking(DeviceCommand command) {
        return CommandSide.message(command, Map.of());
    }

    private static Decision nothing() {
        return new Accepted(List.of());
    }

    private static GreyTermStarted greyFrom(int day) {
        return new GreyTermStarted(
                IMEI,
                at(day),
                new Source.Rule("WhenRegisteredWithoutLegalityThenAGreyTermStarts"),
                deadlineFrom(day),
                POLICY);
    }

    private static DeviceBlocked expiredFrom(int day) {
        return new DeviceBlocked(
                IMEI,
                deadlineFrom(day),
                new Source.Rule("WhenGreyTermEndsThenBlock"),
                null,
                new BlockGround.GreyTermExpired(deadlineFrom(day), POLICY, List.of("GREY_TERM_RUNNING", "NO_ORIGIN")));
    }
}
