package kz.legality.device;

import java.time.Instant;
import kz.legality.device.DeviceEvent.DeviceDeclared;
import kz.legality.device.DeviceEvent.DeviceImported;
import kz.legality.device.DeviceEvent.Grandfathered;
import kz.legality.identifier.Procedure;
import org.jspecify.annotations.Nullable;

/**
 * A way the device came to be here.
 *
 * @param procedure the customs procedure of a commercial import, else null
 * @param released false while the goods are not released to their importer
 * @param restsOn sequence of the fact without which there is no such origin: itself, or the registration that a
 *     grandfathering follows from
 */
public record Origin(
        long sequence, Instant at, Kind kind, @Nullable Procedure procedure, boolean released, long restsOn) {
    /** By which path of the law. */
    public enum Kind {
        COMMERCIAL_IMPORT,
        PERSONAL_DECLARATION,
        GRANDFATHERED
    }

    static Origin of(long sequence, DeviceImported imported) {
        return new Origin(
                sequence,
                imported.occurredAt(),
                Kind.COMMERCIAL_IMPORT,
                imported.procedure(),
                imported.releasedAt() != null,
                sequence);
    }

    static Origin of(long sequence, DeviceDeclared declared) {
        return new Origin(sequence, declared.occurredAt(), Kind.PERSONAL_DECLARATION, null, true, sequence);
    }

    static Origin of(long sequence, Grandfathered grandfathered) {
        return new Origin(
                sequence, grandfathered.occurredAt(), Kind.GRANDFATHERED, null, true, grandfathered.registration());
    }
}
