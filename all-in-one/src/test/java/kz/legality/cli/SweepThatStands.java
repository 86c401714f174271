package kz.legality.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.concurrent.CountDownLatch;
import kz.legality.launch.DataDirectory;
import kz.legality.launch.GreyTermSweep;
import kz.legality.launch.LedgerSettings;
import kz.legality.launch.OpenLedger;

/** A sweep in a process of its own, which says when it is so far and then waits to be killed. */
final class SweepThatStands {
    private SweepThatStands() {}

    /**
     * Sweeps, and stands.
     *
     * @param args the data directory, the day, how many devices are far enough, and the file that says so
     */
    public static void main(String[] args) {
        long enough = Long.parseLong(args[2]);
        try (OpenLedger ledger = OpenLedger.open(new DataDirectory(Path.of(args[0])), LedgerSettings.embedded())) {
            GreyTermSweep.run(
                    ledger,
                    GreyTermSweep.endOf(
                            LocalDate.parse(args[1]), ledger.policy().zone()),
                    decided -> {
                        if (decided >= enough) {
                            stand(Path.of(args[3]));
                        }
                    });
        }
    }

    private static void stand(Path halfWay) {
        try {
            if (!Files.exists(halfWay)) {
                Files.writeString(halfWay, "so far");
            }
            new CountDownLatch(1).await();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
