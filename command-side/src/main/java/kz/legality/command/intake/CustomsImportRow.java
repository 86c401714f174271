package kz.legality.command.intake;

import java.time.OffsetDateTime;
import java.time.ZoneId;
import kz.legality.device.DeviceEvent.DeviceImported;
import kz.legality.event.LedgerEvent;
import kz.legality.event.Source;
import kz.legality.identifier.Bin;
import kz.legality.identifier.DeclarationNumber;
import kz.legality.identifier.Imei;
import kz.legality.identifier.Procedure;
import kz.legality.identifier.Tiyn;
import kz.legality.sourcefile.FileKind;

/** A device in an item of an import declaration. It happened when the goods were released, else when they were declared. */
final class CustomsImportRow implements RowForm {
    private final Columns columns = new Columns();
    private final Column<DeclarationNumber> declaration = columns.required("declaration", DeclarationNumber::new);
    private final Column<Integer> item = columns.required("item", Cells::positive);
    private final Column<Procedure> procedure = columns.required("procedure", Procedure::of);
    private final Column<OffsetDateTime> registeredAt;
    private final Column<OffsetDateTime> releasedAt;
    private final Column<Bin> importer;
    private final Column<Imei> imei;
    private final Column<String> device;
    private final Column<String> brand;
    private final Column<String> model;
    private final Column<Tiyn> unitValue;
    private final Column<Tiyn> unitVat;

    CustomsImportRow(ZoneId zone) {
        registeredAt = columns.required("registered_at", cell -> Times.of(cell, zone));
        releasedAt = columns.optional("released_at", cell -> Times.of(cell, zone));
        importer = columns.required("importer_bin", Bin::new);
        imei = columns.required("imei", Imei::declared);
        device = columns.optional("device", Cells::text);
        brand = columns.required("brand", Cells::text);
        model = columns.required("model", Cells::text);
        unitValue = columns.required("unit_value_tiyn", Tiyn::of);
        unitVat = columns.required("unit_vat_tiyn", Tiyn::of);
    }

    @Override
    public FileKind kind() {
        return FileKind.CUSTOMS_IMPORTS;
    }

    @Override
    public Columns columns() {
        return columns;
    }

    @Override
    public LedgerEvent read(Row row, Source.FileRow source) {
        OffsetDateTime registered = row.the(registeredAt);
        OffsetDateTime released = row.ifGiven(releasedAt);
        return new DeviceImported(
                row.the(imei),
                (released == null ? registered : released).toInstant(),
                source,
                null,
                row.the(declaration),
                row.the(item),
                row.the(procedure),
                registered,
                released,
                row.the(importer),
                row.ifGiven(device),
                row.the(brand),
                row.the(model),
                row.the(unitValue),
                row.the(unitVat));
    }
}
