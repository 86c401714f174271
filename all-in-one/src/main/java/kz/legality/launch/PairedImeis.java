package kz.legality.launch;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import kz.legality.device.Device;
import kz.legality.device.LifeCommand.HearOfPaired;
import kz.legality.device.Particulars.Pairing;
import kz.legality.device.Standing;
import kz.legality.event.Source;
import kz.legality.identifier.Imei;

/** What happens to one IMEI of a device is told to the others it is paired with; each decides by its own record. */
public final class PairedImeis {
    private static final Source RULE = new Source.Rule("WhenAPairedImeiChangesThenTheOtherHearsOfIt");

    private PairedImeis() {}

    /** Tells the others where this one stands. Says nothing where nothing is news. */
    public static void tell(OpenLedger ledger, Imei imei) {
        Device device = DeviceRecord.of(ledger, imei);
        if (device.particulars().pairings().isEmpty()) {
            return;
        }
        Standing standing = Standing.now(imei, device, ledger.policy());
        Instant now = Clock.systemUTC().instant();
        for (Pairing pairing : device.particulars().pairings()) {
            ledger.commands()
                    .send(new HearOfPaired(new Imei(pairing.other()), now, RULE, imei, standing.status()), Map.of());
        }
    }
}
