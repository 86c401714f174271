package kz.legality.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The product in a process of its own, started as its users start it. */
final class Product implements AutoCloseable {
    private static final long STOP_SECONDS_MAX = 60;

    private final Process process;
    private final BufferedReader output;
    private final Path errors;
    private final PeakMemory memory;

    private Product(Process process, Path errors) {
        this.process = process;
        this.output = process.inputReader(StandardCharsets.UTF_8);
        this.errors = errors;
        this.memory = PeakMemory.of(process);
    }

    /** @param scratch keeps what it says on its error stream */
    static Product start(Scratch scratch, String... arguments) throws IOException {
        Path root = Path.of(System.getProperty("bench.root", ".")).toAbsolutePath();
        Path errors = Files.createTempFile(scratch.directory(), arguments[0], ".log");
        List<String> command = new ArrayList<>(List.of(root.resolve("ledger").toString()));
        command.addAll(List.of(arguments));
        return new Product(
                new ProcessBuilder(command).redirectError(errors.toFile()).start(), errors);
    }

    /** Runs one verb to its end. */
    static Finished run(Scratch scratch, String... arguments) throws Exception {
        long began = System.nanoTime();
        try (Product product = start(scratch, arguments)) {
            String said = String.join("\n", product.output.lines().toList());
            int exit = product.process.waitFor();
            double seconds = (System.nanoTime() - began) / 1e9;
            if (exit != 0) {
                throw new IllegalStateException(
                        "ledger " + arguments[0] + " ended with " + exit + ": " + said + product.complaints());
            }
            return new Finished(said.strip(), seconds, product.memory.peakBytes());
        }
    }

    /** What a verb printed, how long it took with the start of its JVM, and the most memory it held; -1 if not known. */
    record Finished(String said, double seconds, long peakBytes) {}

    /** Waits for a line that has this in it, and gives what stands behind. */
    String after(String words) throws IOException {
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            int at = line.indexOf(words);
            if (at >= 0) {
                return line.substring(at + words.length()).strip();
            }
        }
        throw new IllegalStateException("it ended without saying '" + words + "': " + complaints());
    }

    long peakBytes() {
        return memory.peakBytes();
    }

    /** What its threads, the compiler's among them, have had of the processors so far. */
    Duration cpu() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    private String complaints() throws IOException {
        return Files.readString(errors);
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(STOP_SECONDS_MAX, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }
}
