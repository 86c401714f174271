package kz.legality.observation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import kz.legality.device.LossFact.BarLifted;
import kz.legality.device.LossFact.Barred;
import kz.legality.event.Source;
import kz.legality.identifier.FileHash;
import kz.legality.identifier.Imei;
import kz.legality.policy.Policy;
import kz.legality.sourcefile.FileKind;

/** From the list of barred models to the devices of such a model that networks saw. */
final class BarredModels {
    private static final String LIST = FileKind.BARRED_TAC_LIST.written();

    private final Database database;
    private final Policy policy;
    private final Source source;
    private final OpenArchive archive;

    BarredModels(Database database, Policy policy, Source source, OpenArchive archive) {
        this.database = database;
        this.policy = policy;
        this.source = source;
        this.archive = archive;
    }

    /** Among the devices in focus. The archive must be open. */
    List<Barred> barred() {
        return database.rows(Database.query("barred-tac", Map.of()), row -> {
            Imei imei = new Imei(String.format("%014d", row.getLong(1)));
            LocalDate first = row.getDate(2).toLocalDate();
            Instant seen = first.atStartOfDay(policy.zone()).toInstant();
            Instant listed = Instant.ofEpochMilli(row.getLong(3));
            String basis = "TAC " + imei.tac() + ", seen since " + first + ": " + row.getLong(4) + " rows of "
                    + archive.files(row, 5).stream().map(FileHash::sha256).collect(Collectors.joining(" "));
            return new Barred(imei, seen.isAfter(listed) ? seen : listed, source, null, LIST, LIST, basis);
        });
    }

    /** Wherever they were seen, and whether the archive still knows it or not. */
    List<BarLifted> lifted() {
        return database.rows(Database.query("barred-tac-lifted", Map.of()), row -> {
            Imei imei = new Imei(row.getString(1));
            return new BarLifted(
                    imei, Instant.ofEpochMilli(row.getLong(2)), source, null, LIST, LIST, "TAC " + imei.tac());
        });
    }
}
