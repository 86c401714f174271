package kz.legality.bench;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.SplittableRandom;
import kz.legality.device.DeviceEvent;
import kz.legality.device.DeviceEvent.DeviceImported;
import kz.legality.device.DeviceEvent.DeviceRegistered;
import kz.legality.device.Owner;
import kz.legality.event.Source;
import kz.legality.identifier.Bin;
import kz.legality.identifier.DeclarationNumber;
import kz.legality.identifier.FileHash;
import kz.legality.identifier.Imei;
import kz.legality.identifier.Procedure;
import kz.legality.identifier.Tiyn;
import kz.legality.secrecy.Personal;
import kz.legality.secrecy.Pseudonym;
import kz.legality.secrecy.Subject;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;

/** Made-up devices by number: one number is always the same device, and near numbers have IMEIs far apart. */
public final class Devices {
    /** How many there are before IMEIs repeat. */
    public static final long COUNT_MAX = 200_000_000;

    static final OffsetDateTime RELEASED = OffsetDateTime.of(2025, 9, 1, 12, 0, 0, 0, ZoneOffset.ofHours(5));

    private static final long SERIALS = 1_000_000;
    /** Has no divisor in common with {@link #COUNT_MAX}: every number is met once, in no order. */
    private static final long STEP = 123_456_789;

    private static final FileHash FILE =
            new FileHash("9f86d081884c7d659a2feaa0c55ad0159f86d081884c7d659a2feaa0c55ad015");
    private static final Bin IMPORTER = Taxpayers.bin(1);
    private static final Procedure FOR_CONSUMPTION = new Procedure("40");
    private static final int PSEUDONYM_BYTES = 16;
    private static final int HASH_BYTES = 32;
    /** Nonce, salt, twelve digits with their quotes, tag. */
    private static final int SEALED_BYTES = 12 + 16 + 14 + 16;

    private Devices() {}

    /** 15 digits with the true check digit. */
    public static Imei imei(long number) {
        long scattered = number * STEP % COUNT_MAX;
        String body = Long.toString((35_100_000 + scattered / SERIALS * 137) * SERIALS + scattered % SERIALS);
        return new Imei(new Imei(body).printed());
    }

    /** Three of five are registered after their import: 1.6 events a device. */
    static boolean isRegistered(long number) {
        return number % 5 < 3;
    }

    public static DeviceImported imported(long number) {
        return new DeviceImported(
                imei(number),
                RELEASED.toInstant(),
                new Source.FileRow(FILE, number + 1),
                null,
                new DeclarationNumber(declaration(number)),
                1,
                FOR_CONSUMPTION,
                RELEASED.minusDays(1),
                RELEASED,
                IMPORTER,
                null,
                "Samsung",
                model(number),
                new Tiyn(18_500_000),
                new Tiyn(2_220_000));
    }

    /** To a person. Its personal fields have the form and length of sealed ones, and no key opens them. */
    public static DeviceRegistered registered(long number) {
        SplittableRandom random = new SplittableRandom(number);
        Subject subject = Subject.person(new Pseudonym(base64(random, PSEUDONYM_BYTES)));
        OffsetDateTime at = RELEASED.plusDays(20).plusSeconds(number % 86_400);
        return new DeviceRegistered(
                imei(number),
                at.toInstant(),
                new Source.FileRow(FILE, number + 1),
                null,
                at,
                new Owner.Person(sealed(random, subject)),
                sealed(random, subject),
                sealed(random, subject),
                "kcell");
    }

    /** As a store takes it. */
    public static DomainEventMessage<DeviceEvent> message(DeviceEvent event, long sequence) {
        return new GenericDomainEventMessage<>("Device", event.stream(), sequence, event);
    }

    /** The first event of a new stream; every other one is a registration. */
    static DomainEventMessage<DeviceEvent> first(long number) {
        return message(number % 2 == 0 ? imported(number) : registered(number), 0);
    }

    static String declaration(long number) {
        return "55302/010925/%07d".formatted(number / 500 % 10_000_000);
    }

    static String model(long number) {
        return "Galaxy A" + number % 40;
    }

    private static <T> Personal<T> sealed(SplittableRandom random, Subject subject) {
        return new Personal.Sealed<>(
                base64(random, HASH_BYTES),
                new Pseudonym(base64(random, PSEUDONYM_BYTES)),
                base64(random, SEALED_BYTES),
                subject);
    }

    private static String base64(SplittableRandom random, int bytes) {
        byte[] drawn = new byte[bytes];
        random.nextBytes(drawn);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(drawn);
    }
}
