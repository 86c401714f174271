package kz.legality.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A file of customs imports through the whole product, its views brought up to date. Arguments: rows. */
final class Ingest {
    private static final long ROWS = 1_000_000;

    private Ingest() {}

    static void run(List<String> arguments) throws Exception {
        long rows = arguments.isEmpty() ? ROWS : Long.parseLong(arguments.getFirst());
        try (Scratch scratch = Scratch.make()) {
            Path file = SourceFiles.imports(scratch.directory().resolve("imports.csv"), rows);
            System.err.printf("a file of %,d rows, %,d bytes%n", rows, Files.size(file));
            Product.Finished done = Product.run(
                    scratch,
                    "ingest",
                    "customs-imports",
                    file.toString(),
                    "--data",
                    scratch.directory().resolve("data").toString());
            System.err.println(done.said());
            Table.of("rows", "s, from start to exit", "rows/s", "peak resident memory")
                    .row(
                            Table.whole(rows),
                            Table.ratio(done.seconds()),
                            Table.whole(rows / done.seconds()),
                            Table.mebibytes(done.peakBytes()))
                    .print();
        }
    }
}
