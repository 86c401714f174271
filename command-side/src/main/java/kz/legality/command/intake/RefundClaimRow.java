package kz.legality.command.intake;

import java.time.OffsetDateTime;
import java.time.ZoneId;
import kz.legality.claim.ClaimEvent.RefundClaimed;
import kz.legality.event.LedgerEvent;
import kz.legality.event.Source;
import kz.legality.identifier.Bin;
import kz.legality.identifier.ClaimNumber;
import kz.legality.identifier.DeclarationNumber;
import kz.legality.identifier.Tiyn;
import kz.legality.sourcefile.FileKind;

/** An item of an export declaration in a VAT refund claim. It happened when the claim was filed. */
final class RefundClaimRow implements RowForm {
    private final Columns columns = new Columns();
    private final Column<ClaimNumber> claim = columns.required("claim", ClaimNumber::new);
    private final Column<String> period = columns.required("period", Cells::text);
    private final Column<Bin> claimant = columns.required("claimant_bin", Bin::new);
    private final Column<OffsetDateTime> filedAt;
    private final Column<DeclarationNumber> declaration;
    private final Column<Integer> item;
    private final Column<Tiyn> vat;
    private final Column<ClaimNumber> replaces;

    RefundClaimRow(ZoneId zone) {
        filedAt = columns.required("filed_at", cell -> Times.of(cell, zone));
        declaration = columns.required("declaration", DeclarationNumber::new);
        item = columns.required("item", Cells::positive);
        vat = columns.required("vat_tiyn", Tiyn::of);
        replaces = columns.optional("replaces", ClaimNumber::new);
    }

    @Override
    public FileKind kind() {
        return FileKind.REFUND_CLAIMS;
    }

    @Override
    public Columns columns() {
        return columns;
    }

    @Override
    public LedgerEvent read(Row row, Source.FileRow source) {
        OffsetDateTime filed = row.the(filedAt);
        return new RefundClaimed(
                row.the(claim),
                filed.toInstant(),
                source,
                null,
                row.the(period),
                row.the(claimant),
                filed,
                row.the(declaration),
                row.the(item),
                row.the(vat),
                row.ifGiven(replaces));
    }
}
