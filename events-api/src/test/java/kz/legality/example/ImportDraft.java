package kz.legality.example;

import java.time.OffsetDateTime;
import kz.legality.device.DeviceEvent.DeviceImported;
import kz.legality.identifier.Bin;
import kz.legality.identifier.DeclarationNumber;
import kz.legality.identifier.Imei;
import kz.legality.identifier.Procedure;
import kz.legality.identifier.Tiyn;
import org.jspecify.annotations.Nullable;

/** A commercial import, released for the home market unless a test says otherwise. */
public final class ImportDraft extends Draft<ImportDraft> {
    private DeclarationNumber declaration = new DeclarationNumber("50501/010525/0001234");
    private int item = 1;
    private Procedure procedure = new Procedure("40");
    private boolean released = true;
    private Bin importer = Companies.IMPORTER;
    private @Nullable String device;
    private String brand = "Samsung";
    private String model = "SM-S928B";
    private Tiyn unitValue = new Tiyn(45_000_000);
    private Tiyn unitVat = new Tiyn(5_400_000);

    ImportDraft(Imei imei) {
        super(imei, Facts.noonOf("2025-05-02"));
    }

    @Override
    ImportDraft self() {
        return this;
    }

    public ImportDraft declaration(String number) {
        declaration = new DeclarationNumber(number);
        return this;
    }

    public ImportDraft item(int number) {
        item = number;
        return this;
    }

    public ImportDraft procedure(String code) {
        procedure = new Procedure(code);
        return this;
    }

    /** Declared, and still waiting for the customs to let it go. */
    public ImportDraft notReleased() {
        released = false;
        return this;
    }

    public ImportDraft by(Bin company) {
        importer = company;
        return this;
    }

    public ImportDraft device(String group) {
        device = group;
        return this;
    }

    public ImportDraft model(String newBrand, String newModel) {
        brand = newBrand;
        model = newModel;
        return this;
    }

    public ImportDraft worth(long unitValueTiyn, long unitVatTiyn) {
        unitValue = new Tiyn(unitValueTiyn);
        unitVat = new Tiyn(unitVatTiyn);
        return this;
    }

    @Override
    public DeviceImported fact() {
        @Nullable OffsetDateTime releasedAt = released ? at : null;
        return new DeviceImported(
                imei,
                occurredAt(),
                source,
                null,
                declaration,
                item,
                procedure,
                at.minusDays(released ? 1 : 0),
                releasedAt,
                importer,
                device,
                brand,
                model,
                unitValue,
                unitVat);
    }
}
