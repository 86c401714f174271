package kz.legality.example;

import java.time.OffsetDateTime;
import kz.legality.device.DeviceEvent.DeviceExported;
import kz.legality.identifier.Bin;
import kz.legality.identifier.DeclarationNumber;
import kz.legality.identifier.Imei;
import kz.legality.identifier.Procedure;
import kz.legality.identifier.Tiyn;
import org.jspecify.annotations.Nullable;

/** An ordinary export, seen at the border the same day. */
public final class ExportDraft extends Draft<ExportDraft> {
    private DeclarationNumber declaration = new DeclarationNumber("50501/010625/0004321");
    private int item = 1;
    private Procedure procedure = new Procedure("10");
    private boolean exited = true;
    private @Nullable OffsetDateTime exit;
    private Bin exporter = Companies.EXPORTER;
    private String destination = "AE";
    private Tiyn unitValue = new Tiyn(50_000_000);

    ExportDraft(Imei imei) {
        super(imei, Facts.noonOf("2025-06-01"));
    }

    @Override
    ExportDraft self() {
        return this;
    }

    public ExportDraft declaration(String number) {
        declaration = new DeclarationNumber(number);
        return this;
    }

    public ExportDraft item(int number) {
        item = number;
        return this;
    }

    public ExportDraft procedure(String code) {
        procedure = new Procedure(code);
        return this;
    }

    /** Declared, and not seen to leave. */
    public ExportDraft notExited() {
        exited = false;
        return this;
    }

    /** Seen to leave on this day, later than it was declared. */
    public ExportDraft exitedOn(String day) {
        exited = true;
        exit = Facts.noonOf(day);
        return this;
    }

    public ExportDraft by(Bin company) {
        exporter = company;
        return this;
    }

    public ExportDraft destination(String country) {
        destination = country;
        return this;
    }

    public ExportDraft worth(long unitValueTiyn) {
        unitValue = new Tiyn(unitValueTiyn);
        return this;
    }

    @Override
    public DeviceExported fact() {
        @Nullable OffsetDateTime exitedAt = exited ? (exit == null ? at : exit) : null;
        return new DeviceExported(
                imei,
                (exitedAt == null ? at : exitedAt).toInstant(),
                source,
                null,
                declaration,
                item,
                procedure,
                at,
                exitedAt,
                exporter,
                destination,
                unitValue);
    }
}
