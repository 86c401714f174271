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
import kz.legality.policy.Policy;
import org.jspecify.annotations.Nullable;

/**
 * The story of one device: what was said of it, what was said or asked last, and what must follow. A failure tells the
 * whole story, so that a lawyer can say who is wrong.
 */
public final class Scenario {
    private final Imei imei;
    private final Policy policy;
    private final List<DeviceEvent> history = new ArrayList<>();
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
        List<String> names = Arrays.stream(expected).map(Class::getSimpleName).toList();
        List<String> found = last.events().stream()
                .map(event -> event.getClass().getSimpleName())
                .toList();
        if (last instanceof Refused refused) {
            throw failure("should lead to " + names + " but was refused: " + refused.detail());
        }
        if (!names.equals(found)) {
            throw failure("should lead to " + names + " but led to " + found);
        }
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
        story.append(word)
                .append(command instanceof DeviceCommand.RecordFact it ? it.fact() : command)
                .append('\n');
        for (DeviceEvent event : last.events()) {
            story.append("      -> %d %s of %s%n"
                    .formatted(history.size(), event.getClass().getSimpleName(), event.occurredAt()));
            history.add(event);
        }
    }

    private AssertionError failure(String what) {
        return new AssertionError(story + "then  " + what);
    }
}
