package kz.legality.query.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import kz.legality.event.Source;
import kz.legality.identifier.FileHash;
import kz.legality.query.OpenLedger;
import kz.legality.sourcefile.FileEvent.FileCompleted;
import kz.legality.sourcefile.FileEvent.FileReceived;
import kz.legality.sourcefile.FileEvent.RowsRecorded;
import kz.legality.sourcefile.FileKind;
import kz.legality.sourcefile.SourceFile.State;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileQueriesTest {
    private static final Instant MAY = Instant.parse("2025-05-01T10:00:00Z");
    private static final Source SENDER = new Source.Actor("customs", "upload 1");

    @TempDir
    Path directory;

    private OpenLedger ledger;

    @BeforeEach
    void open() {
        ledger = new OpenLedger(directory.resolve("views"));
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    private static FileHash file(int number) {
        return new FileHash("%064x".formatted(number));
    }

    private void received(int number, Instant at) {
        ledger.log.append(
                at,
                new FileReceived(
                        file(number),
                        at,
                        SENDER,
                        FileKind.CUSTOMS_IMPORTS,
                        "imports.csv",
                        "customs",
                        1_234,
                        List.of("imei")));
    }

    @Test
    void a_receipt_tells_what_became_of_the_file() {
        received(1, MAY);
        ledger.log.append(MAY.plusSeconds(1), new RowsRecorded(file(1), MAY, SENDER, 1, 10, 9, 1, 12));
        ledger.log.append(MAY.plusSeconds(2), new FileCompleted(file(1), MAY, SENDER, 10));
        ledger.catchUp();

        assertThat(ledger.query.files().receipt(file(1)))
                .contains(new FileReceipt(
                        file(1),
                        FileKind.CUSTOMS_IMPORTS,
                        "imports.csv",
                        "customs",
                        1_234,
                        State.COMPLETED,
                        10,
                        9,
                        1,
                        0,
                        12,
                        null,
                        MAY,
                        MAY.plusSeconds(2)));
        assertThat(ledger.query.files().receipt(file(2))).isEmpty();
    }

    @Test
    void the_newest_file_comes_first() {
        received(1, MAY);
        received(2, MAY.plusSeconds(5));
        received(3, MAY.plusSeconds(2));
        ledger.catchUp();

        FileQueries.Files first = ledger.query.files().newest(null, 2);
        FileQueries.Files rest = ledger.query.files().newest(first.next().orElseThrow(), 2);

        assertThat(first.files()).extracting(FileReceipt::file).containsExactly(file(2), file(3));
        assertThat(rest.files()).extracting(FileReceipt::file).containsExactly(file(1));
        assertThat(rest.next()).isEmpty();
    }
}
