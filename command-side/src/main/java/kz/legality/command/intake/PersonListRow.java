package kz.legality.command.intake;

import static kz.legality.command.intake.DeviceListRow.ADDED_OR_REMOVED;

import kz.legality.device.ListFact.PersonAssociated;
import kz.legality.device.ListFact.SubscriberExcepted;
import kz.legality.event.LedgerEvent;
import kz.legality.event.Source;
import kz.legality.identifier.Imei;
import kz.legality.identifier.Imsi;
import kz.legality.identifier.Msisdn;
import kz.legality.identifier.PersonNumber;
import kz.legality.line.LineEvent.LineHeld;
import kz.legality.secrecy.Personal;
import kz.legality.secrecy.Pseudonyms;
import kz.legality.secrecy.Subject;
import kz.legality.sourcefile.FileKind;

/** The lists that name subscribers and persons. Who the user of a paired line is, its list does not say. */
final class PersonListRow {
    private PersonListRow() {}

    /** {@code imei,imsi,msisdn}. */
    static final class Paired extends ListRow {
        private final Pseudonyms pseudonyms;
        private final Column<Imei> imei = columns().required("imei", Imei::declared);
        private final Column<Imsi> imsi = columns().required("imsi", Imsi::new);
        private final Column<Msisdn> msisdn = columns().required("msisdn", Msisdn::of);

        Paired(Received received, Pseudonyms pseudonyms) {
            super(FileKind.PAIRING_LIST, received, ADDED_OR_REMOVED);
            this.pseudonyms = pseudonyms;
        }

        @Override
        LedgerEvent entered(Row row, Source.FileRow source) {
            Msisdn number = row.the(msisdn);
            Subject line = pseudonyms.lineOf(number);
            return new SubscriberExcepted(
                    row.the(imei),
                    receivedAt(),
                    source,
                    null,
                    list(),
                    pseudonyms.of(row.the(imsi), line),
                    pseudonyms.of(number, line));
        }
    }

    /** {@code uid,imei}. */
    static final class Associated extends ListRow {
        private final Pseudonyms pseudonyms;
        private final Column<PersonNumber> person = columns().required("uid", PersonNumber::new);
        private final Column<Imei> imei = columns().required("imei", Imei::declared);

        Associated(Received received, Pseudonyms pseudonyms) {
            super(FileKind.ASSOCIATION_LIST, received, ADDED_OR_REMOVED);
            this.pseudonyms = pseudonyms;
        }

        @Override
        LedgerEvent entered(Row row, Source.FileRow source) {
            return new PersonAssociated(
                    row.the(imei), receivedAt(), source, null, list(), pseudonyms.person(row.the(person)));
        }
    }

    /** {@code uid,imsi}. */
    static final class Subscribed extends ListRow {
        private final Pseudonyms pseudonyms;
        private final Column<PersonNumber> person = columns().required("uid", PersonNumber::new);
        private final Column<Imsi> imsi = columns().required("imsi", Imsi::new);

        Subscribed(Received received, Pseudonyms pseudonyms) {
            super(FileKind.SUBSCRIBERS_LIST, received, ADDED_OR_REMOVED);
            this.pseudonyms = pseudonyms;
        }

        @Override
        LedgerEvent entered(Row row, Source.FileRow source) {
            Personal<PersonNumber> holder = pseudonyms.person(row.the(person));
            return new LineHeld(receivedAt(), source, pseudonyms.of(row.the(imsi), holder.subject()), holder);
        }
    }
}
