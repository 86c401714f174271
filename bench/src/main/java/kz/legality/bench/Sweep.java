package kz.legality.bench;

import java.nio.file.Path;
import java.util.List;

/**
 * The grey terms of very many devices end on one day, by the verb that a person types. Arguments: devices. Counted are the
 * start of the JVM, the sweep, and the views being brought up to date with what it did.
 */
final class Sweep {
    private static final long DEVICES = 1_000_000;
    /** Thirty days after the registrations, and a day more. */
    private static final String DUE_BY = "2025-10-22";

    private Sweep() {}

    static void run(List<String> arguments) throws Exception {
        long devices = arguments.isEmpty() ? DEVICES : Long.parseLong(arguments.getFirst());
        try (Scratch scratch = Scratch.make()) {
            Path file = SourceFiles.unproven(scratch.directory().resolve("registrations.csv"), devices);
            String data = scratch.directory().resolve("data").toString();
            System.err.println(Product.run(scratch, "ingest", "registrations", file.toString(), "--data", data)
                    .said());
            Product.run(scratch, "check", Devices.imei(0).toString(), "--data", data);
            Product.Finished first = Product.run(scratch, "expire", "--on", DUE_BY, "--data", data);
            System.err.println(first.said());
            Product.Finished again = Product.run(scratch, "expire", "--on", DUE_BY, "--data", data);
            System.err.println(again.said());
            Table.of("devices", "s, from start to exit", "devices/s", "s, repeated", "peak resident memory")
                    .row(
                            Table.whole(devices),
                            Table.ratio(first.seconds()),
                            Table.whole(devices / first.seconds()),
                            Table.ratio(again.seconds()),
                            Table.mebibytes(first.peakBytes()))
                    .print();
        }
    }
}
