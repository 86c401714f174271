package kz.legality.cli;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/**
 * Shows how far long work has come: one line that moves on a terminal, a plain line now and then elsewhere. Written to
 * the error stream, so that what is piped on stays clean.
 */
final class TerminalProgress {
    private static final long TERMINAL_INTERVAL_NANOS = Duration.ofMillis(200).toNanos();
    private static final long PLAIN_INTERVAL_NANOS = Duration.ofSeconds(5).toNanos();

    private final String what;
    private final String unit;
    private final PrintStream out;
    private final boolean terminal;
    private final long begun = System.nanoTime();
    private long shown = begun;
    private boolean drawn;

    TerminalProgress(String what, String unit) {
        this(what, unit, System.err, System.console() != null);
    }

    TerminalProgress(String what, String unit, PrintStream out, boolean terminal) {
        this.what = what;
        this.unit = unit;
        this.out = out;
        this.terminal = terminal;
    }

    /**
     * @param fraction of the work that is done, 0 to 1; negative while nobody knows
     */
    synchronized void at(long done, double fraction) {
        long now = System.nanoTime();
        if (now - shown < (terminal ? TERMINAL_INTERVAL_NANOS : PLAIN_INTERVAL_NANOS)) {
            return;
        }
        shown = now;
        drawn = true;
        out.print((terminal ? "\r\033[K" : "") + line(done, fraction, now) + (terminal ? "" : "\n"));
        out.flush();
    }

    /** Clears the moving line, so that the next output starts clean. */
    synchronized void done() {
        if (terminal && drawn) {
            out.print("\r\033[K");
            out.flush();
        }
    }

    private String line(long done, double fraction, long now) {
        double seconds = Math.max(0.001, (now - begun) / 1e9);
        StringBuilder line = new StringBuilder();
        line.append(String.format(Locale.ROOT, "%s: %,d %s, %,.0f/s", what, done, unit, done / seconds));
        if (fraction > 0.001) {
            double left = seconds * (1 - fraction) / fraction;
            line.append(String.format(
                    Locale.ROOT, ", %.0f %%, %d:%02d left", fraction * 100, (long) left / 60, (long) left % 60));
        }
        return line.toString();
    }
}
