package kz.legality.query;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import kz.legality.device.Deciding;
import kz.legality.device.Device;
import kz.legality.device.DeviceCommand;
import kz.legality.device.DeviceCommand.EndGreyTerm;
import kz.legality.device.DeviceCommand.LiftBlock;
import kz.legality.device.DeviceCommand.RecordFact;
import kz.legality.device.DeviceCommand.WithdrawFact;
import kz.legality.device.DeviceEvent;
import kz.legality.device.DeviceEvent.DeviceImported;
import kz.legality.device.DeviceEvent.Fact;
import kz.legality.event.Source;
import kz.legality.example.Generators;
import kz.legality.identifier.Imei;
import kz.legality.policy.Policies;
import kz.legality.policy.Policy;

/**
 * The lives of some devices, told in any order and corrected, withdrawn, lifted and expired as they come; one seed always
 * tells the same ones. Each event is recorded a second after the one before.
 */
public final class RandomLedger {
    public static final Policy POLICY = Policy.kazakhstan();
    public static final Policies POLICIES = Policies.always(POLICY);
    public static final Instant OPENED = Instant.parse("2025-01-01T00:00:00Z");

    /** What was recorded of one device, and when. */
    public record Said(long position, Instant recordedAt, DeviceEvent event) {}

    private final Generators generators;
    private final RandomGenerator random;
    private final EventLog log;
    private final Map<Imei, List<Said>> lives = new LinkedHashMap<>();
    private final Map<Imei, List<Fact>> untold = new LinkedHashMap<>();
    private Instant now = OPENED;

    public RandomLedger(long seed, int devices, EventLog log) {
        this.generators = new Generators(seed);
        this.random = generators.random();
        this.log = log;
        for (int i = 0; i < devices; i++) {
            Imei imei = generators.imei();
            lives.put(imei, new ArrayList<>());
            untold.put(imei, new ArrayList<>(generators.life(imei, 6)));
        }
    }

    /** The same every time it is asked, so that whole ledgers can be told step by step. */
    public RandomLedger tell(int commands) {
        List<Imei> imeis = List.copyOf(lives.keySet());
        for (int i = 0; i < commands; i++) {
            Imei imei = imeis.get(random.nextInt(imeis.size()));
            tell(command(imei));
        }
        return this;
    }

    /** Records what the command leads to. */
    public void tell(DeviceCommand command) {
        Deciding.on(command, deviceOf(command.imei()), POLICY).events().forEach(this::record);
    }

    /** Records an event as it is. */
    public long record(DeviceEvent event) {
        now = now.plusSeconds(1);
        long position = log.append(now, event);
        lives.computeIfAbsent(event.imei(), imei -> new ArrayList<>()).add(new Said(position, now, event));
        return position;
    }

    public Map<Imei, List<Said>> lives() {
        return lives;
    }

    public Device deviceOf(Imei imei) {
        return Device.of(
                lives.getOrDefault(imei, List.of()).stream().map(Said::event).toList());
    }

    /** Some time between the first and the last recording. */
    public Instant someRecordingTime() {
        return OPENED.plusMillis(
                random.nextLong(Math.max(1, Duration.between(OPENED, now).toMillis() + 2_000)));
    }

    /** Some time that facts are about. */
    public Instant someMoment() {
        return Instant.parse("2024-08-01T00:00:00Z").plusSeconds(random.nextLong(800L * 86_400));
    }

    private DeviceCommand command(Imei imei) {
        Source actor = new Source.Actor("customs", "request " + log.head());
        List<Said> life = lives.getOrDefault(imei, List.of());
        List<Fact> facts = untold.getOrDefault(imei, List.of());
        Instant at = someMoment();
        return switch (random.nextInt(10)) {
            case 0 -> new EndGreyTerm(imei, at);
            case 1 -> new WithdrawFact(imei, at, actor, random.nextInt(life.size() + 1), "a mistake");
            case 2 -> new LiftBlock(imei, at, actor, "court", "lifted", "№ " + random.nextInt(6), "№ 9");
            case 3 ->
                life.isEmpty()
                        ? told(imei, facts)
                        : again(imei, life.get(random.nextInt(life.size())).event());
            default -> told(imei, facts);
        };
    }

    private DeviceCommand told(Imei imei, List<Fact> facts) {
        return facts.isEmpty()
                ? new EndGreyTerm(imei, Instant.parse("2027-01-01T00:00:00Z"))
                : new RecordFact(facts.remove(random.nextInt(facts.size())));
    }

    /** The same paper, sometimes with another model on it. */
    private DeviceCommand again(Imei imei, DeviceEvent event) {
        if (event instanceof DeviceImported it && random.nextBoolean()) {
            return new RecordFact(new DeviceImported(
                    it.imei(),
                    it.occurredAt(),
                    it.source(),
                    null,
                    it.declaration(),
                    it.item(),
                    it.procedure(),
                    it.registeredAt(),
                    it.releasedAt() == null ? it.registeredAt() : null,
                    it.importer(),
                    "box " + random.nextInt(3),
                    it.brand(),
                    "corrected " + random.nextInt(3),
                    it.unitValue(),
                    it.unitVat()));
        }
        return event instanceof Fact fact ? new RecordFact(fact) : new EndGreyTerm(imei, someMoment());
    }
}
