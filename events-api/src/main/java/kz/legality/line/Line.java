package kz.legality.line;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import kz.legality.line.LineEvent.LineHeld;
import kz.legality.line.LineEvent.LineReleased;
import kz.legality.secrecy.Pseudonym;

/** What the events of one line fold to. */
public record Line(long nextSequence, Set<Pseudonym> holders) {
    public static final Line UNSEEN = new Line(0, Set.of());

    public Line {
        holders = Set.copyOf(holders);
    }

    public Line after(LineEvent event) {
        Set<Pseudonym> now = new HashSet<>(holders);
        switch (event) {
            case LineHeld it -> now.add(it.holder());
            case LineReleased it -> now.remove(it.holder());
        }
        return new Line(nextSequence + 1, now);
    }

    /** Nothing where it is so already. */
    public List<LineEvent> record(LineEvent word) {
        boolean news = switch (word) {
            case LineHeld it -> !holders.contains(it.holder());
            case LineReleased it -> holders.contains(it.holder());
        };
        return news ? List.of(word) : List.of();
    }
}
