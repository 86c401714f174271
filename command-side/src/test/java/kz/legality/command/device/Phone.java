package kz.legality.command.device;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import javax.crypto.spec.SecretKeySpec;
import kz.legality.device.BlockGround;
import kz.legality.device.DeviceCommand.EndGreyTerm;
import kz.legality.device.DeviceCommand.LiftBlock;
import kz.legality.device.DeviceCommand.WithdrawFact;
import kz.legality.device.DeviceEvent.DeviceBlocked;
import kz.legality.device.DeviceEvent.DeviceDeclared;
import kz.legality.device.DeviceEvent.DeviceImported;
import kz.legality.device.DeviceEvent.DeviceRegistered;
import kz.legality.device.Owner;
import kz.legality.event.Source;
import kz.legality.identifier.Bin;
import kz.legality.identifier.DeclarationNumber;
import kz.legality.identifier.DocumentNumber;
import kz.legality.identifier.FileHash;
import kz.legality.identifier.Iin;
import kz.legality.identifier.Imei;
import kz.legality.identifier.Imsi;
import kz.legality.identifier.Msisdn;
import kz.legality.identifier.Procedure;
import kz.legality.identifier.Tiyn;
import kz.legality.secrecy.Personal;
import kz.legality.secrecy.Pseudonyms;

/** One phone and what is said of it. Days are of June 2025, counted at noon in Almaty. */
public final class Phone {
    public static final Imei IMEI = new Imei("490154203237518");
    public static final String IIN = "900101300811";
    public static final String MSISDN = "77017654321";
    public static final String IMSI = "401021234567890";
    public static final String DOCUMENT = "N12345678";

    private static final Source ROW = new Source.FileRow(new FileHash("ab".repeat(32)), 1);
    private static final Source OFFICER = new Source.Actor("officer", "req-1");
    private static final Pseudonyms FIXED = new Pseudonyms(new SecretKeySpec(new byte[32], "HmacSHA256"));

    private Phone() {}

    public static OffsetDateTime june(int day) {
        return OffsetDateTime.parse("2025-06-01T12:00:00+05:00").plusDays(day - 1L);
    }

    static Instant at(int day) {
        return june(day).toInstant();
    }

    public static DeviceImported imported(int day) {
        return imported(day, "Nokia");
    }

    static DeviceImported imported(int day, String brand) {
        return new DeviceImported(
                IMEI,
                at(day),
                ROW,
                null,
                new DeclarationNumber("55301/010625/0001234"),
                1,
                new Procedure("40"),
                june(day),
                june(day),
                new Bin("941240000193"),
                null,
                brand,
                "3310",
                new Tiyn(25_000_00),
                new Tiyn(3_000_00));
    }

    static DeviceRegistered registered(int day) {
        return registered(day, FIXED);
    }

    public static DeviceRegistered registered(int day, Pseudonyms pseudonyms) {
        Personal<Iin> person = pseudonyms.person(new Iin(IIN));
        return new DeviceRegistered(
                IMEI,
                at(day),
                ROW,
                null,
                june(day),
                new Owner.Person(person),
                pseudonyms.of(new Msisdn(MSISDN), person.subject()),
                pseudonyms.of(new Imsi(IMSI), person.subject()),
                "KCELL");
    }

    static DeviceDeclared declared(int day) {
        return declared(day, FIXED);
    }

    public static DeviceDeclared declared(int day, Pseudonyms pseudonyms) {
        Personal<Iin> person = pseudonyms.person(new Iin(IIN));
        return new DeviceDeclared(
                IMEI,
                at(day),
                ROW,
                null,
                new DeclarationNumber("55301/010625/0007777"),
                person,
                pseudonyms.of(new DocumentNumber(DOCUMENT), person.subject()),
                june(day),
                null,
                "Nokia",
                "3310",
                new Tiyn(25_000_00),
                null,
                null);
    }

    static DeviceBlocked blocked(int day, String reference) {
        return new DeviceBlocked(IMEI, at(day), OFFICER, null, new BlockGround.Order("MVD", "STOLEN", reference));
    }

    static LiftBlock lifting(int day, String reference) {
        return new LiftBlock(IMEI, at(day), OFFICER, "MVD", "FOUND", reference, "lift-" + reference);
    }

    static WithdrawFact withdrawing(int day, long sequence) {
        return new WithdrawFact(IMEI, at(day), OFFICER, sequence, "typed twice");
    }

    static EndGreyTerm endingGreyTerm(Instant until) {
        return new EndGreyTerm(IMEI, until);
    }

    /** Thirty days on, as the policy promises. */
    static Instant deadlineFrom(int day) {
        return at(day).atZone(ZoneId.of("Asia/Almaty")).plusDays(30).toInstant();
    }
}
