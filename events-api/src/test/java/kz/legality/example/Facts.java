package kz.legality.example;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import javax.crypto.spec.SecretKeySpec;
import kz.legality.identifier.FileHash;
import kz.legality.identifier.Imei;
import kz.legality.secrecy.Pseudonyms;

/** Facts to start a test from: {@code imported().on("2025-05-02").procedure("60").fact()}. */
public final class Facts {
    /** All of Kazakhstan, since 1 March 2024. */
    public static final ZoneOffset ALMATY = ZoneOffset.ofHours(5);

    /** The file that facts come from, unless a test says otherwise. */
    public static final FileHash FILE =
            new FileHash("00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff");

    /** Of a fixed key: equal in every test run. */
    public static final Pseudonyms PSEUDONYMS = new Pseudonyms(
            new SecretKeySpec("a fixed key for tests, 32 bytes.".getBytes(StandardCharsets.US_ASCII), "HmacSHA256"));

    private Facts() {}

    public static ImportDraft imported() {
        return imported(Devices.PHONE);
    }

    public static ImportDraft imported(Imei imei) {
        return new ImportDraft(imei);
    }

    public static DeclarationDraft declared() {
        return declared(Devices.PHONE);
    }

    public static DeclarationDraft declared(Imei imei) {
        return new DeclarationDraft(imei);
    }

    public static RegistrationDraft registered() {
        return registered(Devices.PHONE);
    }

    public static RegistrationDraft registered(Imei imei) {
        return new RegistrationDraft(imei);
    }

    public static ExportDraft exported() {
        return exported(Devices.PHONE);
    }

    public static ExportDraft exported(Imei imei) {
        return new ExportDraft(imei);
    }

    public static CloneDraft cloned() {
        return cloned(Devices.PHONE);
    }

    public static CloneDraft cloned(Imei imei) {
        return new CloneDraft(imei);
    }

    /** A block ordered under this reference. */
    public static OrderDraft ordered(String reference) {
        return ordered(Devices.PHONE, reference);
    }

    public static OrderDraft ordered(Imei imei, String reference) {
        return new OrderDraft(imei, reference);
    }

    /** Noon of this day in Almaty. */
    public static OffsetDateTime noonOf(String day) {
        return LocalDate.parse(day).atTime(LocalTime.NOON).atOffset(ALMATY);
    }

    /** {@link #noonOf} as an instant. */
    public static Instant on(String day) {
        return noonOf(day).toInstant();
    }
}
