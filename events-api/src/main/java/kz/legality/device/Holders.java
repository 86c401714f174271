package kz.legality.device;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import kz.legality.device.Device.Binding;

/** Who holds a device at a moment: each owner by his latest registration, until he gives it up or hands it on. */
public final class Holders {
    private static final Comparator<Binding> OLDEST_FIRST =
            Comparator.comparing(Binding::at).thenComparingLong(Binding::sequence);

    private Holders() {}

    /** The latest of them is the owner; more than one is a conflict. Oldest first. */
    public static List<Binding> of(Device device, Instant asOf) {
        List<Binding> held = new ArrayList<>();
        for (Binding binding : device.bindings()) {
            if (!binding.at().isAfter(asOf) && !endedBy(binding, device, asOf)) {
                held.removeIf(it -> it.owner().equals(binding.owner()) && OLDEST_FIRST.compare(it, binding) < 0);
                if (held.stream().noneMatch(it -> it.owner().equals(binding.owner()))) {
                    held.add(binding);
                }
            }
        }
        held.sort(OLDEST_FIRST);
        return List.copyOf(held);
    }

    /** The owner. */
    public static Optional<Binding> latest(Device device, Instant asOf) {
        return of(device, asOf).stream().reduce((earlier, later) -> later);
    }

    /** An end at the very moment of a registration is of the hold before it. */
    private static boolean endedBy(Binding binding, Device device, Instant asOf) {
        return device.particulars().endings().stream()
                .anyMatch(it -> it.owner().equals(binding.owner())
                        && it.at().isAfter(binding.at())
                        && !it.at().isAfter(asOf));
    }
}
