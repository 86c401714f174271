package kz.legality.example;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import kz.legality.device.Deciding;
import kz.legality.device.Decision;
import kz.legality.device.Decision.Refused;
import kz.legality.device.Device;
import kz.legality.device.DeviceCommand;
import kz.legality.device.DeviceEvent;
import kz.legality.device.ListStatus;
import kz.legality.device.Standing;
import kz.legality.identifier.Imei;
import kz.legality.identifier.Imsi;
import kz.legality.identifier.Msisdn;
import kz.legality.policy.Policy;
import org.jspecify.annotations.Nullable;

/**
 * The story of one device: what was said of it, what was said or asked last, and what must follow. A failure tells the
 * whole story, so that a lawyer can say who is wrong.
 */
public final class Scenario implements Story {
    private final Imei imei;
    private final List<DeviceEvent> history = new ArrayList<>();
    private final List<Instant> recordedAt = new ArrayList<>();
    private final List<String> lines = new ArrayList<>();
    private Policy policy;
    private @Nullable Instant recording;
    private final StringBuilder story = new StringBuilder();
    private Decision last = new Decision.Accepted(List.of());

    private Scenario(Imei imei, Policy policy) {
        this.imei = imei;
        this.policy = policy;
    }

    /** Nothing is known of the device. */
    public static Scenario of(Imei imei) {
        return new Scenario(imei, Policy.kazakhstan());
    }

    /** Of {@link Devices#PHONE}. */
    public static Scenario given(Object... steps) {
        return of(Devices.PHONE).and(steps);
    }

    /** What follows is decided by this policy; what was promised before stays. */
    public Scenario underPolicy(Policy other) {
        policy = other;
        lines.add("under policy " + other.version());
        return this;
    }

    /** Told to the ledger on this day, and to be noted: when is {@link #and}'s moments' own day otherwise. */
    public Scenario told(String day, Object... steps) {
        recording = Facts.on(day);
        lines.add("told to the ledger on " + day + ":");
        and(steps);
        recording = null;
        return this;
    }

    /** A fact that the ledger is told on this day, by its own clock. */
    public Scenario received(String day, Draft<?> draft) {
        lines.add("received by the ledger on " + day + ":");
        return and((Step) (imei, history) -> new DeviceCommand.RecordFact(draft.fact(), Facts.on(day)));
    }

    /** On the first day it stood there, by what the ledger knew on the second. */
    public Scenario stoodKnowing(String day, String knownOn, ListStatus status, Standing.Code... reasons) {
        Instant known = Facts.on(knownOn);
        int until = 0;
        while (until < history.size() && !recordedAt.get(until).isAfter(known)) {
            until++;
        }
        Device then = Device.of(history.subList(0, until));
        return matches(
                "on " + day + ", as known on " + knownOn,
                Standing.at(imei, then, policy, Facts.on(day)),
                status,
                reasons);
    }

    /** Where the device of this subscriber stands, others with the same IMEI left aside. */
    public Scenario standsFor(Imsi subscriber, ListStatus status, Standing.Code... reasons) {
        String imsi = Facts.PSEUDONYMS
                .of(subscriber, Facts.PSEUDONYMS.lineOf(new Msisdn("77011234567")))
                .pseudonym()
                .value();
        String who = subscriber.equals(LifeFacts.LINE) ? "for the genuine subscriber" : "for any other subscriber";
        return matches(who, Standing.of(imsi, imei, device(), policy, Instant.MAX), status, reasons);
    }

    /** How many blocks were found to have been wrong. */
    public Scenario withWrongBlocks(int expected) {
        Device device = device();
        long found = device.blocks().stream().filter(device::wasWrong).count();
        lines.add("then " + expected + " block is counted as wrong");
        if (found != expected) {
            throw failure("wrong blocks should be " + expected + " but are " + found);
        }
        return this;
    }

    /** The last block says what was found by the check before it. */
    public Scenario havingFound(Standing.Code... codes) {
        List<String> expected = Arrays.stream(codes).map(Enum::name).toList();
        if (!(history.getLast() instanceof DeviceEvent.DeviceBlocked blocked
                && blocked.ground() instanceof kz.legality.device.BlockGround.GreyTermExpired expired
                && expired.found().equals(expected))) {
            throw failure("the block should say that the check before it found " + expected);
        }
        lines.add("then the block records what the check before it found: "
                + Arrays.stream(codes).map(Telling::words).collect(Collectors.joining(", ")));
        return this;
    }

    @Override
    public List<String> lines() {
        return List.copyOf(lines);
    }

    /** More of what went before: drafts of facts, and {@link Step}s. None of it may be refused. */
    public Scenario and(Object... steps) {
        for (Object step : steps) {
            take("given ", step);
            if (last instanceof Refused refused) {
                throw failure("was refused: " + refused.detail());
            }
        }
        return this;
    }

    /** What the expectations after it look at. */
    public Scenario when(Object step) {
        take("when  ", step);
        return this;
    }

    /** Exactly these events followed, in this order. */
    @SafeVarargs
    public final Scenario then(Class<? extends DeviceEvent>... expected) {
        List<String> names = new ArrayList<>();
        for (Class<? extends DeviceEvent> kind : expected) {
            names.add(kind.getSimpleName());
        }
        List<String> found = last.events().stream()
                .map(event -> event.getClass().getSimpleName())
                .toList();
        if (last instanceof Refused refused) {
            throw failure("should lead to " + names + " but was refused: " + refused.detail());
        }
        if (!names.equals(found)) {
            throw failure("should lead to " + names + " but led to " + found);
        }
        lines.add(
                last.events().isEmpty()
                        ? "then nothing follows"
                        : "then: " + last.events().stream().map(Telling::of).collect(Collectors.joining("; ")));
        return this;
    }

    /** What followed does not matter here. */
    public Scenario thenAnything() {
        return this;
    }

    public Scenario thenNothing() {
        return then();
    }

    public Scenario thenRefused(Decision.Refusal expected) {
        if (!(last instanceof Refused refused) || refused.refusal() != expected) {
            throw failure("should be refused as " + expected + " but is " + last);
        }
        lines.add("then it is refused: " + refused.detail());
        return this;
    }

    /** As known now, the device stands on this list, for exactly these reasons. */
    public Scenario stands(ListStatus status, Standing.Code... reasons) {
        return matches("now", Standing.now(imei, device(), policy), status, reasons);
    }

    /** As known now, the device stood on this list at noon of that day. */
    public Scenario stoodOn(String day, ListStatus status, Standing.Code... reasons) {
        return matches("on " + day, Standing.at(imei, device(), policy, Facts.on(day)), status, reasons);
    }

    /** The owner can prove legality until noon of this day; null where no term may run. */
    public Scenario withDeadline(@Nullable String day) {
        Instant expected = day == null ? null : Facts.on(day);
        Instant found = Standing.now(imei, device(), policy).deadline();
        if (!Objects.equals(expected, found)) {
            throw failure("the deadline should be " + expected + " but is " + found);
        }
        lines.add(day == null ? "then no term runs" : "then legality can be proven until " + day);
        return this;
    }

    public List<DeviceEvent> history() {
        return List.copyOf(history);
    }

    /** What the last step led to. */
    public List<DeviceEvent> led() {
        return last.events();
    }

    public Device device() {
        return Device.of(history);
    }

    private Scenario matches(String when, Standing found, ListStatus status, Standing.Code... reasons) {
        Set<Standing.Code> expected = new TreeSet<>(Arrays.asList(reasons));
        Set<Standing.Code> given =
                found.reasons().stream().map(Standing.Reason::code).collect(Collectors.toCollection(TreeSet::new));
        if (found.status() != status || !expected.equals(given)) {
            throw failure("%s should be %s because of %s but is %s because of %s"
                    .formatted(when, status, expected, found.status(), given));
        }
        lines.add("then " + when + " it stands on " + status + ": "
                + found.reasons().stream()
                        .map(it -> Telling.words(it.code()))
                        .distinct()
                        .collect(Collectors.joining(", ")));
        return this;
    }

    private void take(String word, Object step) {
        DeviceCommand command = switch (step) {
            case Draft<?> draft -> new DeviceCommand.RecordFact(draft.fact());
            case Step other -> other.on(imei, history());
            default -> throw new IllegalArgumentException("neither a draft nor a step: " + step);
        };
        if (!command.imei().equals(imei)) {
            throw new IllegalArgumentException("a scenario of " + imei + " was told of " + command.imei());
        }
        last = Deciding.on(command, device(), policy);
        lines.add(word.strip() + " " + Telling.of(command));
        story.append(word)
                .append(command instanceof DeviceCommand.RecordFact it ? it.fact() : command)
                .append('\n');
        for (DeviceEvent event : last.events()) {
            story.append("      -> %d %s of %s%n"
                    .formatted(history.size(), event.getClass().getSimpleName(), event.occurredAt()));
            history.add(event);
            recordedAt.add(recordedAt(event));
        }
    }

    /** Unless a scenario says otherwise the ledger hears of a thing when it happens, and of nothing before its past. */
    private Instant recordedAt(DeviceEvent event) {
        Instant at = recording == null ? event.occurredAt() : recording;
        return recordedAt.isEmpty() || at.isAfter(recordedAt.getLast()) ? at : recordedAt.getLast();
    }

    private AssertionError failure(String what) {
        return new AssertionError(story + "then  " + what);
    }
}
