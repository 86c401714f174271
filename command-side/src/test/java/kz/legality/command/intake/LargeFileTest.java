package kz.legality.command.intake;

import static kz.legality.sourcefile.FileKind.CUSTOMS_IMPORTS;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import kz.legality.command.intake.Progress.Phase;
import kz.legality.policy.Policies;
import kz.legality.policy.Policy;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LargeFileTest {
    private static final int ROWS = 300_000;
    private static final long HELD_BYTES_MAX = 64L << 20;

    @TempDir
    Path directory;

    @Test
    void a_large_file_is_taken_in_with_a_bounded_part_of_it_in_memory() throws IOException {
        Path file = directory.resolve("imports.csv");
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write(Samples.header(CUSTOMS_IMPORTS) + "\n");
            for (int n = 0; n < ROWS; n++) {
                out.write(Samples.row(CUSTOMS_IMPORTS, n) + "\n");
            }
        }
        StreamsForgotten engine = new StreamsForgotten();
        Intake intake = new Intake(
                EmbeddedEventStore.builder().storageEngine(engine).build(),
                events -> events,
                new KeysInMemory().pseudonyms(),
                Policies.always(Policy.kazakhstan()));
        List<Long> held = new CopyOnWriteArrayList<>();
        List<Long> bytes = new CopyOnWriteArrayList<>();

        long before = heldBytes();
        Receipt receipt =
                intake.receive(CUSTOMS_IMPORTS, "imports.csv", "customs", file, (phase, rows, read, total) -> {
                    if (phase == Phase.RECORDING) {
                        bytes.add(read);
                        if (rows % 50_000 == 0) {
                            held.add(heldBytes() - before);
                        }
                    }
                });

        assertThat(receipt.accepted()).isEqualTo(ROWS);
        assertThat(held).hasSize(ROWS / 50_000).allSatisfy(it -> assertThat(it).isLessThan(HELD_BYTES_MAX));
        assertThat(bytes).isSorted().last().isEqualTo(Files.size(file));
    }

    private static long heldBytes() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
