package kz.legality.command.intake;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;

/** Which streams the last few batches wrote to. */
final class RecentlyTouched {
    private final Deque<Touched> recent = new ArrayDeque<>();

    private record Touched(long toRow, Set<String> streams) {}

    void add(Batch batch, Set<String> streams) {
        recent.addLast(new Touched(batch.toRow(), streams));
        // While a batch was read ahead the one before it may have been waiting, and so on; none waits longer than that.
        if (recent.size() > ReadAhead.BATCHES + 1) {
            recent.removeFirst();
        }
    }

    /** Whether a batch that ends after this row wrote to the stream. */
    boolean since(long row, String stream) {
        return recent.stream().anyMatch(it -> it.toRow() > row && it.streams().contains(stream));
    }
}
