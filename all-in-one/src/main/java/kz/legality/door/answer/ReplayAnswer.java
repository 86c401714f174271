package kz.legality.door.answer;

import java.util.Collection;
import java.util.List;
import java.util.function.BiConsumer;
import kz.legality.query.QuerySide;
import kz.legality.query.projection.ViewState;

/** What a replay did. {@code parked} events could not be applied and wait. */
public record ReplayAnswer(long events, long parked) {
    private static final List<String> ALL = List.of("devices", "history", "files", "tacs");

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
