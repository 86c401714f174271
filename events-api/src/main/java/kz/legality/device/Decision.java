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
        NO_SUCH_FACT,
        NOT_THE_OWNER,
        SAME_OWNER,
        DEVICE_IS_BLACK,
        PAIRED_WITH_ITSELF,
        TOO_MANY_IMEIS,
        NO_SUCH_PAIRING,
        REPLACED_BY_ITSELF,
        ALREADY_REPLACED,
        NOT_REPORTED,
        NOT_BARRED,
        NO_SUCH_EXEMPTION,
        NOT_EXEMPT,
        NOT_A_CLONE,
        DECIDED_BY_A_PERSON,
        APPEAL_NUMBER_TAKEN,
        NOT_BY_A_PERSON,
        NO_SUCH_APPEAL,
        APPEAL_ALREADY_DECIDED
    }
}
