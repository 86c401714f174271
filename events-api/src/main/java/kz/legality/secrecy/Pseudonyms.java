package kz.legality.secrecy;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import kz.legality.identifier.DocumentNumber;
import kz.legality.identifier.Iin;
import kz.legality.identifier.Imsi;
import kz.legality.identifier.Malformed;
import kz.legality.identifier.Msisdn;
import kz.legality.identifier.PersonNumber;

/** Makes personal fields out of plain values: gives each its pseudonym and its subject. Safe for many threads. */
public final class Pseudonyms {
    private static final int PSEUDONYM_BYTES = 16;
    private static final String ALGORITHM = "HmacSHA256";

    private final ThreadLocal<Mac> mac;

    /** @param key at least 256 bits, kept in the key store: whoever holds it can search, but not read */
    public Pseudonyms(SecretKey key) {
        this.mac = ThreadLocal.withInitial(() -> {
            try {
                Mac fresh = Mac.getInstance(ALGORITHM);
                fresh.init(key);
                return fresh;
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("this Java has no " + ALGORITHM, e);
            }
        });
    }

    public Personal<Iin> person(Iin iin) {
        Pseudonym pseudonym = of("iin", iin.value());
        return new Personal.Open<>(iin, pseudonym, Subject.person(pseudonym));
    }

    public Personal<Msisdn> of(Msisdn msisdn, Subject subject) {
        return new Personal.Open<>(msisdn, of(msisdn), subject);
    }

    public Personal<Imsi> of(Imsi imsi, Subject subject) {
        return new Personal.Open<>(imsi, of(imsi), subject);
    }

    public Pseudonym of(Imsi imsi) {
        return of("imsi", imsi.value());
    }

    public Personal<DocumentNumber> of(DocumentNumber document, Subject subject) {
        return new Personal.Open<>(document, of("document", document.value()), subject);
    }

    /** An IIN is the same person here as in a registration; any other number is a person of its own. */
    public Personal<PersonNumber> person(PersonNumber number) {
        Pseudonym pseudonym = of(isIin(number) ? "iin" : "uid", number.value());
        return new Personal.Open<>(number, pseudonym, Subject.person(pseudonym));
    }

    private static boolean isIin(PersonNumber number) {
        try {
            return new Iin(number.value()).value().equals(number.value());
        } catch (Malformed other) {
            return false;
        }
    }

    /** Text that could not be read, and so may hold anything about anybody. */
    public Personal<String> unread(String text, Subject subject) {
        return new Personal.Open<>(text, of("unread", text), subject);
    }

    public Pseudonym of(Msisdn msisdn) {
        return of("msisdn", msisdn.value());
    }

    /** The subject of a line whose user is not known. */
    public Subject lineOf(Msisdn msisdn) {
        return Subject.line(of(msisdn));
    }

    private Pseudonym of(String kind, String value) {
        Mac keyed = mac.get();
        keyed.update(kind.getBytes(StandardCharsets.UTF_8));
        keyed.update((byte) 0);
        byte[] full = keyed.doFinal(value.getBytes(StandardCharsets.UTF_8));
        return new Pseudonym(
                Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(full, PSEUDONYM_BYTES)));
    }
}
