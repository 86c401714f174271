package kz.legality.device;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import kz.legality.device.DeviceEvent.DeviceDeclared;
import kz.legality.device.DeviceEvent.DeviceImported;
import kz.legality.device.DeviceEvent.Grandfathered;
import kz.legality.device.ImeiFact.ImeiReplaced;
import kz.legality.device.ImeiFact.ImeisPaired;
import kz.legality.device.ListFact.DeviceApproved;
import kz.legality.device.OriginFact.LocallyManufactured;
import kz.legality.device.OriginFact.WarrantyReturned;
import kz.legality.device.ReviewFact.CheckResult;
import kz.legality.device.ReviewFact.LegalityChecked;
import kz.legality.identifier.Procedure;
import org.jspecify.annotations.Nullable;

/**
 * A way the device came to be here.
 *
 * @param procedure the customs procedure of a commercial import, else null
 * @param released false while the goods are not released to their importer, or the other IMEI is not lawful
 * @param restsOn sequence of the fact without which there is no such origin: itself, or the registration that a
 *     grandfathering follows from
 * @param other the 14 digits of the IMEI it is lawful by; null where it is lawful by itself
 * @param brought by which person; null where it was no person
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Origin(
        long sequence,
        Instant at,
        Kind kind,
        @Nullable Procedure procedure,
        boolean released,
        long restsOn,
        @Nullable String other,
        @Nullable Brought brought) {
    /** By which path of the law. */
    public enum Kind {
        COMMERCIAL_IMPORT,
        PERSONAL_DECLARATION,
        PARCEL_DECLARATION,
        LOCAL_MANUFACTURE,
        GRANDFATHERED,
        WARRANTY_RETURN,
        WARRANTY_REPLACEMENT,
        PAIRED_IMEI,
        CONFIRMED_APPEAL,
        APPROVED_LIST
    }

    static Origin of(long sequence, DeviceImported imported) {
        return new Origin(
                sequence,
                imported.occurredAt(),
                Kind.COMMERCIAL_IMPORT,
                imported.procedure(),
                imported.releasedAt() != null,
                sequence,
                null,
                null);
    }

    static Origin of(long sequence, DeviceDeclared declared) {
        Kind kind = declared.tracking() == null ? Kind.PERSONAL_DECLARATION : Kind.PARCEL_DECLARATION;
        Brought brought = new Brought(declared.person().pseudonym(), declared.declaration(), null);
        return new Origin(sequence, declared.occurredAt(), kind, null, true, sequence, null, brought);
    }

    static Origin of(long sequence, OriginFact fact) {
        Kind kind = switch (fact) {
            case LocallyManufactured it -> Kind.LOCAL_MANUFACTURE;
            case WarrantyReturned it -> Kind.WARRANTY_RETURN;
        };
        return new Origin(sequence, fact.occurredAt(), kind, null, true, sequence, null, null);
    }

    static Origin of(long sequence, Grandfathered grandfathered) {
        return new Origin(
                sequence,
                grandfathered.occurredAt(),
                Kind.GRANDFATHERED,
                null,
                true,
                grandfathered.registration(),
                null,
                null);
    }

    static Origin of(long sequence, ImeisPaired paired) {
        return new Origin(
                sequence,
                paired.occurredAt(),
                Kind.PAIRED_IMEI,
                null,
                paired.otherStands() == ListStatus.WHITE,
                sequence,
                paired.other().key(),
                null);
    }

    static Origin of(long sequence, ImeiReplaced replaced) {
        return new Origin(
                sequence,
                replaced.occurredAt(),
                Kind.WARRANTY_REPLACEMENT,
                null,
                replaced.otherStands() == ListStatus.WHITE,
                sequence,
                replaced.other().key(),
                null);
    }

    /** What is known of a paired IMEI since. */
    static Origin of(long sequence, LegalityChecked checked) {
        return new Origin(
                sequence,
                checked.occurredAt(),
                Kind.PAIRED_IMEI,
                null,
                checked.result() == CheckResult.LAWFUL,
                sequence,
                checked.evidenceRef(),
                null);
    }

    static Origin of(long sequence, DeviceApproved approved) {
        return new Origin(
                sequence,
                approved.occurredAt(),
                Kind.APPROVED_LIST,
                null,
                !approved.provisional(),
                sequence,
                null,
                null);
    }

    static Origin ofAppeal(long sequence, Instant lawfulSince) {
        return new Origin(sequence, lawfulSince, Kind.CONFIRMED_APPEAL, null, true, sequence, null, null);
    }

    /** The same, found to be beyond its person's allowance, or within it after all. */
    Origin with(Brought.@Nullable Excess excess) {
        return brought == null
                ? this
                : new Origin(sequence, at, kind, procedure, released, restsOn, other, brought.with(excess));
    }

    /** Beyond its person's allowance by what counted then. */
    boolean isBeyondAllowance(Instant asOf) {
        return brought != null
                && brought.excess() != null
                && !brought.excess().at().isAfter(asOf);
    }
}
