package kz.legality.example;

import kz.legality.device.DeviceEvent.DeviceDeclared;
import kz.legality.identifier.DeclarationNumber;
import kz.legality.identifier.DocumentNumber;
import kz.legality.identifier.Iin;
import kz.legality.identifier.Imei;
import kz.legality.identifier.Tiyn;
import kz.legality.secrecy.Personal;
import org.jspecify.annotations.Nullable;

/** A person's declaration of one device. */
public final class DeclarationDraft extends Draft<DeclarationDraft> {
    private DeclarationNumber declaration = new DeclarationNumber("50501/030525/0000077");
    private Iin person = Persons.AIGUL;
    private @Nullable DocumentNumber document = new DocumentNumber("N12345678");
    private @Nullable String tracking;
    private @Nullable String device;
    private @Nullable Tiyn dutyPaid;
    private Tiyn unitValue = new Tiyn(45_000_000);

    DeclarationDraft(Imei imei) {
        super(imei, Facts.noonOf("2025-05-03"));
    }

    @Override
    DeclarationDraft self() {
        return this;
    }

    public DeclarationDraft declaration(String number) {
        declaration = new DeclarationNumber(number);
        return this;
    }

    public DeclarationDraft by(Iin declarant) {
        person = declarant;
        return this;
    }

    public DeclarationDraft withoutDocument() {
        document = null;
        return this;
    }

    public DeclarationDraft tracking(String number) {
        tracking = number;
        return this;
    }

    public DeclarationDraft worth(long unitValueTiyn) {
        unitValue = new Tiyn(unitValueTiyn);
        return this;
    }

    public DeclarationDraft device(String group) {
        device = group;
        return this;
    }

    public DeclarationDraft dutyPaid(long tiyn) {
        dutyPaid = new Tiyn(tiyn);
        return this;
    }

    @Override
    public DeviceDeclared fact() {
        Personal<Iin> sealable = Facts.PSEUDONYMS.person(person);
        return new DeviceDeclared(
                imei,
                occurredAt(),
                source,
                null,
                declaration,
                sealable,
                document == null ? null : Facts.PSEUDONYMS.of(document, sealable.subject()),
                at,
                device,
                "Apple",
                "iPhone 16",
                unitValue,
                tracking,
                dutyPaid);
    }
}
