package kz.legality.command.intake;

import java.time.OffsetDateTime;
import java.time.ZoneId;
import kz.legality.device.DeviceEvent.DeviceRegistered;
import kz.legality.device.Owner;
import kz.legality.event.LedgerEvent;
import kz.legality.event.Source;
import kz.legality.identifier.Bin;
import kz.legality.identifier.Iin;
import kz.legality.identifier.Imei;
import kz.legality.identifier.Imsi;
import kz.legality.identifier.Msisdn;
import kz.legality.identifier.TaxpayerNumber;
import kz.legality.secrecy.Pseudonyms;
import kz.legality.secrecy.Subject;
import kz.legality.sourcefile.FileKind;

/** A device bound to its owner and a line. A company's line is a subject of its own: the ledger does not know who uses it. */
final class RegistrationRow implements RowForm {
    private final Pseudonyms pseudonyms;
    private final Columns columns = new Columns();
    private final Column<OffsetDateTime> registeredAt;
    private final Column<Imei> imei;
    private final Column<TaxpayerNumber> owner;
    private final Column<Msisdn> msisdn;
    private final Column<Imsi> imsi;
    private final Column<String> operator;

    RegistrationRow(ZoneId zone, Pseudonyms pseudonyms) {
        this.pseudonyms = pseudonyms;
        registeredAt = columns.required("registered_at", cell -> Times.of(cell, zone));
        imei = columns.required("imei", Imei::declared);
        owner = columns.required("owner", TaxpayerNumber::of);
        msisdn = columns.required("msisdn", Msisdn::of);
        imsi = columns.required("imsi", Imsi::new);
        operator = columns.required("operator", Cells::text);
    }

    @Override
    public FileKind kind() {
        return FileKind.REGISTRATIONS;
    }

    @Override
    public Columns columns() {
        return columns;
    }

    @Override
    public LedgerEvent read(Row row, Source.FileRow source) {
        Msisdn line = row.the(msisdn);
        return switch (row.the(owner)) {
            case Iin iin -> {
                Owner.Person person = Owner.Person.of(iin, pseudonyms);
                yield registered(row, source, person, line, person.person().subject());
            }
            case Bin bin -> registered(row, source, new Owner.Company(bin), line, pseudonyms.lineOf(line));
        };
    }

    private DeviceRegistered registered(Row row, Source source, Owner holder, Msisdn line, Subject subject) {
        OffsetDateTime registered = row.the(registeredAt);
        return new DeviceRegistered(
                row.the(imei),
                registered.toInstant(),
                source,
                null,
                registered,
                holder,
                pseudonyms.of(line, subject),
                pseudonyms.of(row.the(imsi), subject),
                row.the(operator));
    }
}
