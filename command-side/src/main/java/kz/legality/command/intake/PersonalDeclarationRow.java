package kz.legality.command.intake;

import java.time.OffsetDateTime;
import java.time.ZoneId;
import kz.legality.device.DeviceEvent.DeviceDeclared;
import kz.legality.event.LedgerEvent;
import kz.legality.event.Source;
import kz.legality.identifier.DeclarationNumber;
import kz.legality.identifier.DocumentNumber;
import kz.legality.identifier.Iin;
import kz.legality.identifier.Imei;
import kz.legality.identifier.Tiyn;
import kz.legality.secrecy.Personal;
import kz.legality.secrecy.Pseudonyms;
import kz.legality.sourcefile.FileKind;

/** A device a person declared; it happened when the border was crossed. */
final class PersonalDeclarationRow implements RowForm {
    private final Pseudonyms pseudonyms;
    private final Columns columns = new Columns();
    private final Column<DeclarationNumber> declaration = columns.required("declaration", DeclarationNumber::new);
    private final Column<Iin> person = columns.required("person_iin", Iin::new);
    private final Column<DocumentNumber> document = columns.required("document", DocumentNumber::new);
    private final Column<OffsetDateTime> crossedAt;
    private final Column<Imei> imei;
    private final Column<String> device;
    private final Column<String> brand;
    private final Column<String> model;
    private final Column<Tiyn> unitValue;
    private final Column<String> tracking;
    private final Column<Tiyn> dutyPaid;

    PersonalDeclarationRow(ZoneId zone, Pseudonyms pseudonyms) {
        this.pseudonyms = pseudonyms;
        crossedAt = columns.required("crossed_at", cell -> Times.of(cell, zone));
        imei = columns.required("imei", Imei::declared);
        device = columns.optional("device", Cells::text);
        brand = columns.required("brand", Cells::text);
        model = columns.required("model", Cells::text);
        unitValue = columns.required("unit_value_tiyn", Tiyn::of);
        tracking = columns.optional("tracking", Cells::text);
        dutyPaid = columns.optional("duty_paid_tiyn", Tiyn::of);
    }

    @Override
    public FileKind kind() {
        return FileKind.PERSONAL_DECLARATIONS;
    }

    @Override
    public Columns columns() {
        return columns;
    }

    @Override
    public LedgerEvent read(Row row, Source.FileRow source) {
        OffsetDateTime crossed = row.the(crossedAt);
        Personal<Iin> declarant = pseudonyms.person(row.the(person));
        return new DeviceDeclared(
                row.the(imei),
                crossed.toInstant(),
                source,
                null,
                row.the(declaration),
                declarant,
                pseudonyms.of(row.the(document), declarant.subject()),
                crossed,
                row.ifGiven(device),
                row.the(brand),
                row.the(model),
                row.the(unitValue),
                row.ifGiven(tracking),
                row.ifGiven(dutyPaid));
    }
}
