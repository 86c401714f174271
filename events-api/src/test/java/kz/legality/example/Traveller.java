package kz.legality.example;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import kz.legality.allowance.AllowanceEvent;
import kz.legality.allowance.Allowing;
import kz.legality.allowance.PersonAllowance;
import kz.legality.device.Deciding;
import kz.legality.device.Device;
import kz.legality.device.DeviceCommand;
import kz.legality.device.DeviceEvent;
import kz.legality.device.DeviceEvent.DeviceDeclared;
import kz.legality.device.ListStatus;
import kz.legality.device.Standing;
import kz.legality.event.LedgerEvent;
import kz.legality.identifier.Imei;
import kz.legality.policy.Policy;
import kz.legality.policy.PolicyBook;
import kz.legality.secrecy.Pseudonym;

/** The story of what persons bring in: several devices, and the allowances they use up. */
public final class Traveller implements Story, Allowing.Records {
    private final Map<String, List<DeviceEvent>> devices = new HashMap<>();
    private final Map<Pseudonym, List<AllowanceEvent>> allowances = new HashMap<>();
    private final Map<String, String> names = new HashMap<>();
    private final List<String> lines = new ArrayList<>();
    private final PolicyBook book;
    private List<LedgerEvent> led = List.of();

    private Traveller(PolicyBook book) {
        this.book = book;
    }

    /** Under Kazakhstan's policy. */
    public static Traveller arrives() {
        return new Traveller(PolicyBook.kazakhstan());
    }

    public static Traveller under(Policy policy) {
        Traveller traveller = new Traveller(PolicyBook.of(policy));
        traveller.lines.add("under policy " + policy.version());
        return traveller;
    }

    /** Each is told to the ledger when it happens. */
    public Traveller with(Draft<?>... drafts) {
        for (Draft<?> draft : drafts) {
            tell(draft.fact(), draft.fact().occurredAt());
        }
        return this;
    }

    /** Told to the ledger on this day, whenever it happened. */
    public Traveller told(String day, Draft<?> draft) {
        lines.add("told to the ledger on " + day + ":");
        tell(draft.fact(), Facts.on(day));
        return this;
    }

    /** The latest event of this kind of the device was recorded in error. */
    public Traveller withdraws(Imei imei, Class<? extends DeviceEvent> kind, String day) {
        DeviceCommand.WithdrawFact command =
                (DeviceCommand.WithdrawFact) Step.withdrawalOf(kind, day).on(imei, history(imei));
        lines.add("given " + name(imei) + ": " + Telling.of(command));
        take(Allowing.withdrawn(command, this, book).orElseThrow());
        return this;
    }

    /** The grey terms due at noon of this day are ended. */
    public Traveller sweep(Imei imei, String day) {
        return decide(imei, Step.sweep(day).on(imei, history(imei)));
    }

    /** What the last thing led to for one device, in this order. */
    @SafeVarargs
    public final Traveller led(Imei imei, Class<? extends DeviceEvent>... expected) {
        List<LedgerEvent> own =
                led.stream().filter(it -> it.stream().equals(imei.key())).toList();
        List<String> found =
                own.stream().map(it -> it.getClass().getSimpleName()).toList();
        List<String> wanted = new ArrayList<>();
        for (Class<? extends DeviceEvent> kind : expected) {
            wanted.add(kind.getSimpleName());
        }
        if (!found.equals(wanted)) {
            throw failure(name(imei) + " was led to " + found);
        }
        own.forEach(it -> lines.add("then " + name(imei) + ": " + Telling.of((DeviceEvent) it)));
        return this;
    }

    /** By everything that was said. */
    public Traveller stands(Imei imei, ListStatus status, Standing.Code... reasons) {
        return matches(name(imei), Standing.now(imei, device(imei), policy()), status, reasons);
    }

    public Traveller stoodOn(String day, Imei imei, ListStatus status, Standing.Code... reasons) {
        return matches(
                name(imei) + " on " + day, Standing.at(imei, device(imei), policy(), Facts.on(day)), status, reasons);
    }

    public Traveller withDeadline(Imei imei, String day) {
        Instant found = Standing.now(imei, device(imei), policy()).deadline();
        if (!Facts.on(day).equals(found)) {
            throw failure("the deadline of " + name(imei) + " is " + found);
        }
        lines.add("then legality of " + name(imei) + " can be proven until " + day);
        return this;
    }

    /** The devices that were told of. */
    public Set<Imei> imeis() {
        return devices.keySet().stream()
                .map(key -> new Imei(new Imei(key).printed()))
                .collect(Collectors.toSet());
    }

    @Override
    public List<String> lines() {
        return List.copyOf(lines);
    }

    @Override
    public Device device(Imei imei) {
        return Device.of(history(imei));
    }

    @Override
    public PersonAllowance allowance(Pseudonym person) {
        PersonAllowance allowance = PersonAllowance.UNSEEN;
        for (AllowanceEvent event : allowances.getOrDefault(person, List.of())) {
            allowance = allowance.after(event);
        }
        return allowance;
    }

    private void tell(DeviceEvent.Fact fact, Instant knownAt) {
        if (fact instanceof DeviceDeclared declared) {
            lines.add("given " + name(fact.imei()) + ": " + Telling.of(declared));
            take(Allowing.declared(declared, knownAt, this, book));
        } else {
            decide(fact.imei(), new DeviceCommand.RecordFact(fact));
        }
    }

    private Traveller decide(Imei imei, DeviceCommand command) {
        lines.add("given " + name(imei) + ": " + Telling.of(command));
        take(List.copyOf(
                Deciding.on(command, device(imei), book.inForceAt(command.at())).events()));
        return this;
    }

    private void take(List<? extends LedgerEvent> events) {
        led = List.copyOf(events);
        for (LedgerEvent event : events) {
            switch (event) {
                case DeviceEvent it ->
                    devices.computeIfAbsent(it.stream(), none -> new ArrayList<>())
                            .add(it);
                case AllowanceEvent it ->
                    allowances
                            .computeIfAbsent(it.person(), none -> new ArrayList<>())
                            .add(it);
                default -> throw new IllegalStateException("nobody asked for a " + event.getClass());
            }
        }
    }

    private Traveller matches(String what, Standing found, ListStatus status, Standing.Code... reasons) {
        TreeSet<Standing.Code> given =
                found.reasons().stream().map(Standing.Reason::code).collect(Collectors.toCollection(TreeSet::new));
        if (found.status() != status || !given.equals(new TreeSet<>(Arrays.asList(reasons)))) {
            throw failure(what + " stands on " + found.status() + " because of " + given);
        }
        lines.add("then " + what + " stands on " + status + ": "
                + found.reasons().stream()
                        .map(it -> Telling.words(it.code()))
                        .distinct()
                        .collect(Collectors.joining(", ")));
        return this;
    }

    private List<DeviceEvent> history(Imei imei) {
        return List.copyOf(devices.getOrDefault(imei.key(), List.of()));
    }

    private Policy policy() {
        return book.versions().getLast();
    }

    private String name(Imei imei) {
        return names.computeIfAbsent(imei.key(), next -> "phone " + (names.size() + 1));
    }

    private AssertionError failure(String what) {
        return new AssertionError(String.join("\n", lines) + "\nbut " + what);
    }
}
