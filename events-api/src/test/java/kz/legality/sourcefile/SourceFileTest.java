package kz.legality.sourcefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import kz.legality.event.Source;
import kz.legality.example.Facts;
import kz.legality.identifier.FileHash;
import kz.legality.sourcefile.FileEvent.FileCompleted;
import kz.legality.sourcefile.FileEvent.FileReceived;
import kz.legality.sourcefile.FileEvent.FileRefused;
import kz.legality.sourcefile.FileEvent.RowsMended;
import kz.legality.sourcefile.FileEvent.RowsRecorded;
import kz.legality.sourcefile.SourceFile.State;
import org.junit.jupiter.api.Test;

class SourceFileTest {
    private static final Instant NOON = Facts.on("2025-05-02");
    private static final Source SENDER = new Source.Actor("customs", "r-1");
    private static final FileHash FILE = Facts.FILE;

    private static final FileEvent RECEIVED = new FileReceived(
            FILE, NOON, SENDER, FileKind.CUSTOMS_IMPORTS, "may.csv", "customs", 1_000, List.of("imei"));
    private static final FileEvent FIRST_ROWS = new RowsRecorded(FILE, NOON, SENDER, 1, 500, 498, 2, 600);
    private static final FileEvent LAST_ROWS = new RowsRecorded(FILE, NOON, SENDER, 501, 700, 200, 0, 200);

    @Test
    void after_a_crash_it_goes_on_behind_the_last_row_dealt_with() {
        SourceFile file = folded(RECEIVED, FIRST_ROWS);
        assertThat(file.state()).isEqualTo(State.RECORDING);
        assertThat(file.rows()).isEqualTo(500);
    }

    @Test
    void its_receipt_counts_every_stretch() {
        SourceFile file = folded(RECEIVED, FIRST_ROWS, LAST_ROWS, new FileCompleted(FILE, NOON, SENDER, 700));
        assertThat(file.state()).isEqualTo(State.COMPLETED);
        assertThat(file.rows()).isEqualTo(700);
        assertThat(file.accepted()).isEqualTo(698);
        assertThat(file.quarantined()).isEqualTo(2);
        assertThat(file.events()).isEqualTo(800);
        assertThat(file.nextSequence()).isEqualTo(4);
    }

    @Test
    void rows_that_were_mended_are_counted_and_stay_quarantined_in_the_receipt() {
        SourceFile file = folded(RECEIVED, FIRST_ROWS, new RowsMended(FILE, NOON, SENDER, List.of(4L, 9L), FILE));
        assertThat(file.mended()).isEqualTo(2);
        assertThat(file.quarantined()).isEqualTo(2);
    }

    @Test
    void a_refused_file_may_be_sent_again_and_starts_anew() {
        FileEvent refused =
                new FileRefused(FILE, NOON, SENDER, FileKind.BLOCKS, "may.csv", "customs", 1_000, "no such column");
        assertThat(folded(refused).state()).isEqualTo(State.REFUSED);
        assertThat(folded(refused).refusal()).isEqualTo("no such column");
        SourceFile again = folded(refused, RECEIVED, FIRST_ROWS);
        assertThat(again.state()).isEqualTo(State.RECORDING);
        assertThat(again.kind()).isEqualTo(FileKind.CUSTOMS_IMPORTS);
        assertThat(again.refusal()).isNull();
        assertThat(again.accepted()).isEqualTo(498);
    }

    private static SourceFile folded(FileEvent... events) {
        SourceFile file = SourceFile.UNSEEN;
        for (FileEvent event : events) {
            file = file.after(event);
        }
        return file;
    }
}
