package kz.legality.device;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import kz.legality.identifier.Imei;
import kz.legality.policy.Policy;

/** Whether, and by which origin, a device is lawful on the home market at a moment. */
final class Legality {
    /** Asks about everything that was ever said, whenever it is to happen. */
    static final Instant EVER = Instant.MAX;

    private Legality() {}

    /** The newest origin that makes it lawful, unless it left the home market after. */
    static Optional<Origin> of(Imei imei, Device device, Policy policy, Instant asOf) {
        if (imei.tac().isTest()) {
            return Optional.empty();
        }
        return device.origins().stream()
                .filter(origin -> !origin.at().isAfter(asOf))
                .filter(origin -> clears(origin, policy))
                .max(Comparator.comparing(Origin::at))
                .filter(origin -> departureSince(origin, device, policy, asOf).isEmpty());
    }

    /** A departure at the very moment of the origin counts as after it: goods arrive before they leave. */
    static Optional<Device.Departure> departureSince(Origin origin, Device device, Policy policy, Instant asOf) {
        return device.departures().stream()
                .filter(departure -> departs(departure, policy))
                .filter(departure ->
                        !departure.at().isAfter(asOf) && !departure.at().isBefore(origin.at()))
                .findFirst();
    }

    static boolean departs(Device.Departure departure, Policy policy) {
        return policy.departingProcedures().stream().anyMatch(it -> it.code().equals(departure.procedure()));
    }

    static boolean clears(Origin origin, Policy policy) {
        return origin.released()
                && (origin.procedure() == null || policy.clearingProcedures().contains(origin.procedure()));
    }
}
