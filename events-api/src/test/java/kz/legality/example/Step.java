package kz.legality.example;

import java.util.List;
import java.util.stream.IntStream;
import kz.legality.device.DeviceCommand;
import kz.legality.device.DeviceEvent;
import kz.legality.event.Source;
import kz.legality.identifier.Imei;

/** Something asked of a device's record that is not a fact. */
@FunctionalInterface
public interface Step {
    DeviceCommand on(Imei imei, List<DeviceEvent> history);

    /** The order under this reference is lifted by the authority that gave it. */
    static Step liftOf(String reference, String day) {
        return liftOf(reference, "МВД", day);
    }

    static Step liftOf(String reference, String authority, String day) {
        return (imei, history) -> new DeviceCommand.LiftBlock(
                imei,
                Facts.on(day),
                new Source.Actor("officer", "lift " + reference),
                authority,
                "found",
                reference,
                reference + "/lift");
    }

    /** The latest event of this kind was recorded in error. */
    static Step withdrawalOf(Class<? extends DeviceEvent> kind, String day) {
        return (imei, history) -> withdrawal(
                        IntStream.range(0, history.size())
                                .filter(i -> kind.isInstance(history.get(i)))
                                .max()
                                .orElseThrow(),
                        day)
                .on(imei, history);
    }

    static Step withdrawal(long sequence, String day) {
        return (imei, history) -> new DeviceCommand.WithdrawFact(
                imei, Facts.on(day), new Source.Actor("officer", "withdraw"), sequence, "typed wrongly");
    }

    /** The grey terms due at noon of this day are ended. */
    static Step sweep(String day) {
        return (imei, history) -> new DeviceCommand.EndGreyTerm(imei, Facts.on(day));
    }
}
