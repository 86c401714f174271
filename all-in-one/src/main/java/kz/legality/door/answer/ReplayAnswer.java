package kz.legality.door.answer;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import kz.legality.query.QuerySide;
import kz.legality.query.projection.ViewState;

/** What a replay did. {@code parked} events could not be applied and wait. */
public record ReplayAnswer(long events, long parked) {
    public static final List<String> ALL = List.of("devices", "history", "files", "tacs");

    /** The first of these names that is no view's, nor {@code all}. */
    public static Optional<String> unknownAmong(Collection<String> views) {
        return views.stream()
                .filter(view -> !view.equals("all") && !ALL.contains(view))
                .findFirst();
    }

    /** Rebuilds these views, or every one for {@code all}. @param progress hears done and total */
    public static ReplayAnswer run(QuerySide queries, Collection<String> views, BiConsumer<Long, Long> progress) {
        long before = queries.projections().eventsDone();
        queries.projections()
                .replay(
                        views.contains("all") ? ALL : views,
                        step -> progress.accept(step.done(), step.done() + step.left()));
        long parked = queries.projections().states().stream()
                .mapToLong(ViewState::parked)
                .sum();
        return new ReplayAnswer(queries.projections().eventsDone() - before, parked);
    }
}
