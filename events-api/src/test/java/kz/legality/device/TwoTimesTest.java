package kz.legality.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import kz.legality.device.DeviceEvent.Fact;
import kz.legality.device.DeviceEvent.FactWithdrawn;
import kz.legality.device.ExemptionFact.Exemption;
import kz.legality.device.ReviewFact.CheckResult;
import kz.legality.device.ReviewFact.Outcome;
import kz.legality.event.Source;
import kz.legality.example.Devices;
import kz.legality.example.Draft;
import kz.legality.example.Facts;
import kz.legality.example.LifeFacts;
import kz.legality.example.Persons;
import kz.legality.identifier.Imei;
import kz.legality.policy.Policy;
import org.junit.jupiter.api.Test;

/**
 * Of any stream, for any moment asked about and any moment of knowledge, what is folded step by step says what {@link
 * Recomputed} works out from the bare list. The streams hold facts that come late, in any order, are corrected and
 * withdrawn.
 */
class TwoTimesTest {
    private static final int STREAMS = 10_000;
    private static final int STEPS_MAX = 14;
    private static final int PAIRS_OF_TIMES = 4;
    private static final Policy POLICY = Policy.kazakhstan();
    private static final Imei PHONE = Devices.PHONE;
    private static final Imei OTHER = Devices.OTHER_PHONE;
    private static final LocalDate FIRST_DAY = LocalDate.of(2024, 11, 1);
    private static final int DAYS = 600;

    @Test
    void any_prefix_at_any_pair_of_times_stands_where_it_is_worked_out_to_stand() {
        int corrected = 0;
        int late = 0;
        int listed = 0;
        for (int seed = 1; seed <= STREAMS; seed++) {
            Random random = new Random(seed);
            List<DeviceEvent> stream = stream(random);
            corrected += stream.stream().anyMatch(TwoTimesTest::corrects) ? 1 : 0;
            listed += stream.stream().anyMatch(ListFact.class::isInstance) ? 1 : 0;
            late += isOutOfOrder(stream) ? 1 : 0;
            for (int pair = 0; pair < PAIRS_OF_TIMES; pair++) {
                List<DeviceEvent> known = stream.subList(0, random.nextInt(stream.size() + 1));
                Instant asOf = pair == 0 ? Legality.EVER : Facts.on(day(random));
                agree(seed, known, asOf);
            }
        }
        assertThat(corrected).as("streams with corrections").isGreaterThan(STREAMS / 2);
        assertThat(listed).as("streams with entries of lists").isGreaterThan(STREAMS / 4);
        assertThat(late).as("streams with late facts").isGreaterThan(STREAMS / 2);
    }

    private static void agree(int seed, List<DeviceEvent> known, Instant asOf) {
        Device device = Device.of(known);
        Standing folded = Standing.at(PHONE, device, POLICY, asOf);
        Recomputed anew = new Recomputed(known, POLICY, asOf);
        boolean agrees = folded.status() == anew.status()
                && java.util.Objects.equals(folded.deadline(), anew.deadline())
                && device.standingBlocks(asOf).stream()
                        .map(Device.Block::sequence)
                        .collect(Collectors.toSet())
                        .equals(anew.blocks());
        if (!agrees) {
            StringBuilder story = new StringBuilder();
            for (int i = 0; i < known.size(); i++) {
                story.append("\n  ").append(i).append(' ').append(known.get(i));
            }
            throw new AssertionError("seed %d, as of %s: folded %s, blocks %s; worked out %s until %s, blocks %s%s"
                    .formatted(
                            seed,
                            asOf,
                            folded,
                            device.standingBlocks(asOf),
                            anew.status(),
                            anew.deadline(),
                            anew.blocks(),
                            story));
        }
    }

    private static boolean corrects(DeviceEvent event) {
        return event instanceof FactWithdrawn || (event instanceof Fact fact && fact.corrects() != null);
    }

    private static boolean isOutOfOrder(List<DeviceEvent> stream) {
        for (int i = 1; i < stream.size(); i++) {
            if (stream.get(i).occurredAt().isBefore(stream.get(i - 1).occurredAt())) {
                return true;
            }
        }
        return false;
    }

    private static List<DeviceEvent> stream(Random random) {
        List<DeviceEvent> events = new ArrayList<>();
        Device device = Device.UNSEEN;
        int steps = 3 + random.nextInt(STEPS_MAX - 3);
        for (int step = 0; step < steps; step++) {
            Decision decision = Deciding.on(command(random, device), device, POLICY);
            for (DeviceEvent event : decision.events()) {
                device = device.after(event);
                events.add(event);
            }
        }
        return events;
    }

    private static DeviceCommand command(Random random, Device device) {
        int kind = random.nextInt(20);
        Instant at = Facts.on(day(random));
        Source officer = new Source.Actor("officer", "request");
        if (kind == 0 && !device.words().isEmpty()) {
            long any = device.words().get(random.nextInt(device.words().size())).sequence();
            return new DeviceCommand.WithdrawFact(PHONE, at, officer, any, "typed wrongly");
        }
        if (kind == 1) {
            return new DeviceCommand.EndGreyTerm(PHONE, at);
        }
        if (kind == 2) {
            return new DeviceCommand.LiftBlock(PHONE, at, officer, "МВД", "found", "№ " + random.nextInt(2), "№ 9");
        }
        if (kind == 3) {
            return new LifeCommand.UndoPairing(PHONE, at, officer, OTHER, "not of one device");
        }
        if (kind == 4 && !device.blocks().isEmpty()) {
            long block =
                    device.blocks().get(random.nextInt(device.blocks().size())).about();
            return new DeviceCommand.RecordFact(LifeFacts.appealed("Ж-" + random.nextInt(2), block)
                    .on(day(random))
                    .fact());
        }
        return new DeviceCommand.RecordFact(draft(random).fact());
    }

    /** Papers have few numbers, so that many speak of one thing twice and correct it. */
    private static Draft<?> draft(Random random) {
        String day = day(random);
        String number = "№ " + random.nextInt(2);
        return switch (random.nextInt(21)) {
            case 0, 1 -> {
                var draft = Facts.imported()
                        .item(1 + random.nextInt(2))
                        .procedure(random.nextInt(3) == 0 ? "53" : "40")
                        .on(day);
                yield random.nextInt(5) == 0 ? draft.notReleased() : draft;
            }
            case 2, 3, 4 ->
                Facts.registered()
                        .to(random.nextBoolean() ? Persons.AIGUL : Persons.BOLAT)
                        .on(day);
            case 5, 6 -> {
                var draft = Facts.exported()
                        .item(1 + random.nextInt(2))
                        .procedure(random.nextInt(4) == 0 ? "23" : "10")
                        .on(day);
                yield random.nextBoolean() ? draft.notExited() : draft;
            }
            case 7 -> Facts.declared().on(day);
            case 8 -> Facts.ordered(number).on(day);
            case 9 ->
                random.nextInt(3) == 0
                        ? Facts.cloned().on(day)
                        : LifeFacts.madeHere().on(day);
            case 10 -> LifeFacts.stolen(number).on(day);
            case 11 -> LifeFacts.recovered(number).on(day);
            case 12 ->
                random.nextBoolean()
                        ? LifeFacts.barredBy(number).on(day)
                        : LifeFacts.takenOff(number).on(day);
            case 13 -> {
                Exemption exemption = random.nextBoolean() ? Exemption.M2M : Exemption.INBOUND_ROAMER;
                yield random.nextInt(3) == 0
                        ? LifeFacts.exemptNoMore(exemption).on(day)
                        : LifeFacts.exempt(exemption).on(day);
            }
            case 14 ->
                LifeFacts.pairedWith(OTHER, random.nextBoolean() ? ListStatus.WHITE : ListStatus.GREY)
                        .on(day);
            case 15 ->
                LifeFacts.pairedImeiIs(OTHER, random.nextBoolean() ? CheckResult.LAWFUL : CheckResult.NOT_LAWFUL)
                        .on(day);
            case 16 ->
                LifeFacts.ruled(
                                "Ж-" + random.nextInt(2),
                                random.nextInt(3) == 0 ? Outcome.DISMISSED : Outcome.UPHELD,
                                random.nextBoolean() ? day(random) : null)
                        .on(day);
            case 17 -> LifeFacts.backFromRepair().on(day);
            case 18, 19 ->
                switch (random.nextInt(5)) {
                    case 0 -> LifeFacts.watched(number).on(day);
                    case 1 -> LifeFacts.approvedNoMore().on(day);
                    default ->
                        LifeFacts.approved(random.nextInt(3) == 0, number).on(day);
                };
            default ->
                random.nextInt(4) == 0
                        ? LifeFacts.genuineIs(LifeFacts.LINE).on(day)
                        : LifeFacts.transferred(LifeFacts.person(Persons.AIGUL), LifeFacts.person(Persons.BOLAT))
                                .on(day);
        };
    }

    private static String day(Random random) {
        return FIRST_DAY.plusDays(random.nextInt(DAYS)).toString();
    }
}
