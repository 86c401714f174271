package kz.legality.command.intake;

import java.time.OffsetDateTime;
import java.time.ZoneId;
import kz.legality.device.BlockGround;
import kz.legality.device.DeviceEvent.DeviceBlocked;
import kz.legality.event.LedgerEvent;
import kz.legality.event.Source;
import kz.legality.identifier.Imei;
import kz.legality.sourcefile.FileKind;

/** An authority's order to block a device. */
final class BlockRow implements RowForm {
    private final Columns columns = new Columns();
    private final Column<OffsetDateTime> orderedAt;
    private final Column<Imei> imei;
    private final Column<String> authority;
    private final Column<String> reason;
    private final Column<String> reference;

    BlockRow(ZoneId zone) {
        orderedAt = columns.required("ordered_at", cell -> Times.of(cell, zone));
        imei = columns.required("imei", Imei::declared);
        authority = columns.required("authority", Cells::text);
        reason = columns.required("reason", Cells::text);
        reference = columns.required("reference", Cells::text);
    }

    @Override
    public FileKind kind() {
        return FileKind.BLOCKS;
    }

    @Override
    public Columns columns() {
        return columns;
    }

    @Override
    public LedgerEvent read(Row row, Source.FileRow source) {
        return new DeviceBlocked(
                row.the(imei),
                row.the(orderedAt).toInstant(),
                source,
                null,
                new BlockGround.Order(row.the(authority), row.the(reason), row.the(reference)));
    }
}
