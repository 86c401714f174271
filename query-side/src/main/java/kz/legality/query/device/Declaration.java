package kz.legality.query.device;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import kz.legality.device.DeviceEvent;
import kz.legality.device.DeviceEvent.DeviceDeclared;
import kz.legality.device.DeviceEvent.DeviceImported;
import kz.legality.device.DeviceEvent.Fact;
import kz.legality.device.DeviceEvent.FactWithdrawn;
import kz.legality.event.Source;
import kz.legality.identifier.Sha256;
import org.jspecify.annotations.Nullable;

/**
 * What one paper says the device is.
 *
 * @param sequence of the event that holds it
 * @param groupName equal for the IMEIs of one device in one file or one request; null where it was said to have one
 */
record Declaration(
        long sequence,
        Instant at,
        Instant recordedAt,
        String brand,
        String model,
        @Nullable String groupName) {
    private static final int NAME_BYTES = 16;

    Optional<String> group() {
        return Optional.ofNullable(groupName);
    }

    /** What counts after one more event, whose place in the stream is {@code sequence}. */
    static List<Declaration> after(List<Declaration> before, long sequence, DeviceEvent event, Instant recordedAt) {
        List<Declaration> left = forgetting(before, corrected(event));
        Declaration said = switch (event) {
            case DeviceImported it ->
                new Declaration(
                        sequence, it.occurredAt(), recordedAt, it.brand(), it.model(), group(it.source(), it.device()));
            case DeviceDeclared it ->
                new Declaration(
                        sequence, it.occurredAt(), recordedAt, it.brand(), it.model(), group(it.source(), it.device()));
            default -> null;
        };
        if (said == null) {
            return left;
        }
        List<Declaration> longer = new ArrayList<>(left);
        longer.add(said);
        return List.copyOf(longer);
    }

    /** The sequence of the fact that an event takes the place of, or takes back. */
    static @Nullable Long corrected(DeviceEvent event) {
        return switch (event) {
            case Fact fact -> fact.corrects();
            case FactWithdrawn withdrawn -> withdrawn.corrects();
            default -> null;
        };
    }

    private static List<Declaration> forgetting(List<Declaration> all, @Nullable Long sequence) {
        return sequence == null
                ? all
                : all.stream().filter(it -> it.sequence() != sequence).toList();
    }

    /** A digest, because what a file calls a device can be any text. */
    private static @Nullable String group(Source source, @Nullable String device) {
        if (device == null) {
            return null;
        }
        return switch (source) {
            case Source.FileRow row -> name(row.file().sha256(), device);
            case Source.Actor actor -> name(actor.text(), device);
            case Source.Rule rule -> null;
        };
    }

    private static String name(String scope, String device) {
        return HexFormat.of().formatHex(Arrays.copyOf(Sha256.of(scope + '\0' + device), NAME_BYTES));
    }
}
