package kz.legality.observation;

import java.util.HashSet;
import java.util.Set;
import kz.legality.device.DeviceEvent.CloneDetected;
import kz.legality.device.DeviceEvent.DeviceUnblocked;
import kz.legality.device.DeviceEvent.Fact;
import kz.legality.device.DeviceEvent.FactWithdrawn;
import kz.legality.device.DeviceEvent.Grandfathered;
import kz.legality.device.DeviceEvent.PatternObserved;
import kz.legality.device.DeviceEvent.SeenOnNetwork;
import kz.legality.event.LedgerEvent;
import kz.legality.tac.TacEvent.TacListed;

/**
 * What the views over the ledger's tables say, at hand for questions that come one after the other: without it the files of
 * operators, which change none of them, would each have all exports put together again. Whoever asks a view by its name
 * reads the temporary table of that name as long as there is one, and otherwise the view; so nobody reads what is old.
 */
final class KeptViews {
    private final Database database;
    private final Set<String> kept = new HashSet<>();

    KeptViews(Database database) {
        this.database = database;
    }

    /** Keeps these, until a word changes what they say. */
    void keep(String... views) {
        for (String view : views) {
            if (!kept.contains(view)) {
                String catalogue = database.rows("SELECT current_database()", row -> row.getString(1))
                        .getFirst();
                database.run("CREATE OR REPLACE TEMP TABLE " + view + " AS FROM " + catalogue + ".main." + view);
                kept.add(view);
            }
        }
    }

    void letGo() {
        kept.forEach(view -> database.run("DROP TABLE IF EXISTS temp.main." + view));
        kept.clear();
    }

    /** Whether a word, which is of no list, may change what a view says that is worth keeping. What operators saw does not. */
    static boolean changeBy(LedgerEvent event) {
        return switch (event) {
            case SeenOnNetwork seen -> false;
            case CloneDetected clone -> false;
            case PatternObserved pattern -> false;
            case Fact other -> true;
            case FactWithdrawn withdrawn -> true;
            case Grandfathered lawful -> true;
            case DeviceUnblocked lifted -> true;
            case TacListed listed -> true;
            default -> false;
        };
    }
}
