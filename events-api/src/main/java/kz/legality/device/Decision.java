package kz.legality.device;

import java.util.List;

/** The answer to a command: the events it leads to, or a refusal as data. */
public sealed interface Decision {
    List<DeviceEvent> events();

    /** No events mean that everything asked for is so already. */
    record Accepted(List<DeviceEvent> events) implements Decision {}

    record Refused(Refusal refusal, String detail) implements Decision {
        @Override
        public List<DeviceEvent> events() {
            return List.of();
        }
    }

    /** Why a command was refused; the names are stable and part of the interface. */
    enum Refusal {
        NO_SUCH_BLOCK,
        NO_SUCH_FACT
    }
}
