package kz.legality.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The most memory a process had resident, looked up ten times a second while it lives. */
final class PeakMemory {
    private static final int LOOK_MILLIS = 100;
    private static final long KIBIBYTE = 1024;

    private final Process process;
    private volatile long peakBytes = -1;

    private PeakMemory(Process process) {
        this.process = process;
    }

    static PeakMemory of(Process process) {
        PeakMemory memory = new PeakMemory(process);
        Thread.ofPlatform().daemon().name("peak-memory").start(memory::look);
        return memory;
    }

    /** -1 where the system tells neither way. */
    long peakBytes() {
        return peakBytes;
    }

    private void look() {
        try {
            while (process.isAlive()) {
                peakBytes = Math.max(peakBytes, resident());
                Thread.sleep(LOOK_MILLIS);
            }
        } catch (IOException | InterruptedException | NumberFormatException gone) {
            // It ended while it was looked at; what was seen before counts.
        }
    }

    /** Linux keeps the peak itself; elsewhere the peak is the greatest that was seen. */
    private long resident() throws IOException, InterruptedException {
        Path status = Path.of("/proc/" + process.pid() + "/status");
        if (Files.isReadable(status)) {
            Optional<String> peak = Files.readAllLines(status).stream()
                    .filter(line -> line.startsWith("VmHWM:"))
                    .findFirst();
            return peak.map(line -> Long.parseLong(line.replaceAll("\\D", "")) * KIBIBYTE)
                    .orElse(-1L);
        }
        Process asked = new ProcessBuilder("ps", "-o", "rss=", "-p", Long.toString(process.pid())).start();
        String said = new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        return said.isEmpty() ? -1 : Long.parseLong(said) * KIBIBYTE;
    }
}
