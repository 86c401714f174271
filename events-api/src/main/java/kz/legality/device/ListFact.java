package kz.legality.device;

import java.time.Instant;
import kz.legality.event.Source;
import kz.legality.event.StoredAs;
import kz.legality.identifier.Imei;
import kz.legality.identifier.Imsi;
import kz.legality.identifier.Msisdn;
import kz.legality.identifier.PersonNumber;
import kz.legality.secrecy.Personal;
import kz.legality.secrecy.Pseudonym;
import org.jspecify.annotations.Nullable;

/**
 * Entries of the lists that DIRBS's operators keep, where no other word of the ledger says the same. An entry is named by
 * its list and its {@link #key}; it is in force from the moment it is entered until {@link ListingEnded}.
 */
public sealed interface ListFact extends DeviceEvent.Fact {
    /** The list, as its kind of file is called. */
    String list();

    /** Names the entry within its list and its device; empty where there can be but one. */
    String key();

    /**
     * On the register of approved devices ({@code registration-list}): lawful, unless the entry is provisional.
     *
     * @param provisional true where the register has not decided yet
     * @param device what the register calls the device; the IMEIs of one device have it in common
     */
    @StoredAs("DeviceApproved")
    record DeviceApproved(
            Imei imei,
            Instant occurredAt,
            Source source,
            @Nullable Long corrects,
            String list,
            boolean provisional,
            String device,
            String brand,
            String model,
            String deviceType,
            String radioInterface)
            implements ListFact {
        @Override
        public String key() {
            return "";
        }

        @Override
        public DeviceApproved correcting(@Nullable Long sequence) {
            return new DeviceApproved(
                    imei,
                    occurredAt,
                    source,
                    sequence,
                    list,
                    provisional,
                    device,
                    brand,
                    model,
                    deviceType,
                    radioInterface);
        }
    }

    /** This subscriber stays connected with this IMEI although it is blocked ({@code pairing-list}). */
    @StoredAs("SubscriberExcepted")
    record SubscriberExcepted(
            Imei imei,
            Instant occurredAt,
            Source source,
            @Nullable Long corrects,
            String list,
            Personal<Imsi> imsi,
            Personal<Msisdn> msisdn)
            implements ListFact {
        /** The two pseudonyms. */
        @Override
        public String key() {
            return imsi.pseudonym().value() + KEY_PARTS + msisdn.pseudonym().value();
        }

        @Override
        public SubscriberExcepted correcting(@Nullable Long sequence) {
            return new SubscriberExcepted(imei, occurredAt, source, sequence, list, imsi, msisdn);
        }
    }

    /** This person uses the device ({@code association-list}); says nothing of its legality. */
    @StoredAs("PersonAssociated")
    record PersonAssociated(
            Imei imei,
            Instant occurredAt,
            Source source,
            @Nullable Long corrects,
            String list,
            Personal<PersonNumber> person)
            implements ListFact {
        @Override
        public String key() {
            return person.pseudonym().value();
        }

        @Override
        public PersonAssociated correcting(@Nullable Long sequence) {
            return new PersonAssociated(imei, occurredAt, source, sequence, list, person);
        }
    }

    /**
     * Looked at, and not blocked: on the {@code monitoring-list}, or provisionally on the {@code stolen-list}.
     *
     * @param note what the entry says of itself; may be empty
     */
    @StoredAs("DeviceWatched")
    record DeviceWatched(
            Imei imei,
            Instant occurredAt,
            Source source,
            @Nullable Long corrects,
            String list,
            String note) implements ListFact {
        @Override
        public String key() {
            return "";
        }

        @Override
        public DeviceWatched correcting(@Nullable Long sequence) {
            return new DeviceWatched(imei, occurredAt, source, sequence, list, note);
        }
    }

    /**
     * The entry is on its list no more.
     *
     * @param key of the entry that ends
     */
    @StoredAs("ListingEnded")
    record ListingEnded(
            Imei imei,
            Instant occurredAt,
            Source source,
            @Nullable Long corrects,
            String list,
            String key,
            String authority)
            implements ListFact {
        @Override
        public ListingEnded correcting(@Nullable Long sequence) {
            return new ListingEnded(imei, occurredAt, source, sequence, list, key, authority);
        }
    }

    /** Between the pseudonyms of a key: no pseudonym has it. */
    String KEY_PARTS = "/";

    /** The subscriber of a pair, by the key of its entry. */
    static Pseudonym subscriberIn(String key) {
        return new Pseudonym(key.substring(0, key.indexOf(KEY_PARTS)));
    }
}
