package kz.legality.command.intake;

import java.time.OffsetDateTime;
import java.time.ZoneId;
import kz.legality.device.DeviceEvent.DeviceExported;
import kz.legality.event.LedgerEvent;
import kz.legality.event.Source;
import kz.legality.identifier.Bin;
import kz.legality.identifier.DeclarationNumber;
import kz.legality.identifier.Imei;
import kz.legality.identifier.Procedure;
import kz.legality.identifier.Tiyn;
import kz.legality.sourcefile.FileKind;

/** A device in an item of an export declaration. It happened when the goods crossed the border, else when they were declared. */
final class CustomsExportRow implements RowForm {
    private final Columns columns = new Columns();
    private final Column<DeclarationNumber> declaration = columns.required("declaration", DeclarationNumber::new);
    private final Column<Integer> item = columns.required("item", Cells::positive);
    private final Column<Procedure> procedure = columns.required("procedure", Procedure::of);
    private final Column<OffsetDateTime> registeredAt;
    private final Column<OffsetDateTime> exitedAt;
    private final Column<Bin> exporter;
    private final Column<String> destination;
    private final Column<Imei> imei;
    private final Column<Tiyn> unitValue;

    CustomsExportRow(ZoneId zone) {
        registeredAt = columns.required("registered_at", cell -> Times.of(cell, zone));
        exitedAt = columns.optional("exited_at", cell -> Times.of(cell, zone));
        exporter = columns.required("exporter_bin", Bin::new);
        destination = columns.required("destination", Cells::text);
        imei = columns.required("imei", Imei::declared);
        unitValue = columns.required("unit_value_tiyn", Tiyn::of);
    }

    @Override
    public FileKind kind() {
        return FileKind.CUSTOMS_EXPORTS;
    }

    @Override
    public Columns columns() {
        return columns;
    }

    @Override
    public LedgerEvent read(Row row, Source.FileRow source) {
        OffsetDateTime registered = row.the(registeredAt);
        OffsetDateTime exited = row.ifGiven(exitedAt);
        return new DeviceExported(
                row.the(imei),
                (exited == null ? registered : exited).toInstant(),
                source,
                null,
                row.the(declaration),
                row.the(item),
                row.the(procedure),
                registered,
                exited,
                row.the(exporter),
                row.the(destination),
                row.the(unitValue));
    }
}
