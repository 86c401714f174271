package kz.legality.query.projection;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import kz.legality.query.store.Document;
import kz.legality.query.store.ReadStore;
import kz.legality.query.store.WriteBatch;
import org.jspecify.annotations.Nullable;

/**
 * What one view makes of a stretch of events. Rows, and the states of different streams, do not depend on each other
 * and are computed side by side; what they lead to is put into the batch in the order of the events.
 */
final class Fold {
    /** Streams or rows a thread takes at once: below it, handing work over costs more than it saves. */
    private static final int HANDFUL = 64;

    private final ReadStore store;
    private final @Nullable WriteBatch underway;
    private final WriteBatch batch;

    /**
     * @param underway what may not be in the store yet, and counts as if it were
     * @param batch to be filled
     */
    Fold(ReadStore store, @Nullable WriteBatch underway, WriteBatch batch) {
        this.store = store;
        this.underway = underway;
        this.batch = batch;
    }

    /** @return the events that could not be applied, in order */
    List<Parked> events(View view, List<Recorded> events) {
        return switch (view) {
            case RowView rows -> rows(rows, events);
            case StateView<?> states -> states(states, events);
        };
    }

    private record Row(
            @Nullable Document document, @Nullable Parked parked) {}

    private List<Parked> rows(RowView view, List<Recorded> events) {
        List<Parked> parked = new ArrayList<>();
        for (Row row : sideBySide(handfuls(events))
                .flatMap(some -> some.stream().map(event -> row(view, event)))
                .toList()) {
            if (row.document() != null) {
                batch.append(view.name(), row.document());
            }
            if (row.parked() != null) {
                parked.add(row.parked());
            }
        }
        return parked;
    }

    private static Row row(RowView view, Recorded event) {
        try {
            return new Row(view.row(event), null);
        } catch (RuntimeException e) {
            return new Row(null, Parked.by(view, event, e));
        }
    }

    private record Folded(
            @Nullable Document before,
            @Nullable Document after,
            Map<String, Long> countedBefore,
            Map<String, Long> countedAfter,
            List<Parked> parked) {}

    private <S> List<Parked> states(StateView<S> view, List<Recorded> events) {
        Map<String, List<Recorded>> byStream = new LinkedHashMap<>();
        for (Recorded event : events) {
            byStream.computeIfAbsent(event.stream(), stream -> new ArrayList<>(2))
                    .add(event);
        }
        List<Folded> folded = sideBySide(handfuls(List.copyOf(byStream.entrySet())))
                .flatMap(handful -> fold(view, handful).stream())
                .toList();
        List<Parked> parked = new ArrayList<>();
        Map<String, Long> counted = new HashMap<>();
        for (Folded stream : folded) {
            put(view, stream);
            stream.countedBefore().forEach((counter, part) -> counted.merge(counter, -part, Long::sum));
            stream.countedAfter().forEach((counter, part) -> counted.merge(counter, part, Long::sum));
            parked.addAll(stream.parked());
        }
        counted.forEach((counter, delta) -> {
            if (delta != 0) {
                batch.increment(view.name(), counter, delta, events.getLast().position());
            }
        });
        return parked;
    }

    /** Reads the documents of some streams at once. */
    private <S> List<Folded> fold(StateView<S> view, List<Map.Entry<String, List<Recorded>>> streams) {
        Map<String, Document> kept = kept(view.name(), streams);
        return streams.stream()
                .map(stream ->
                        fold(view, stream.getKey(), Optional.ofNullable(kept.get(stream.getKey())), stream.getValue()))
                .toList();
    }

    /** Before the first event of a stream there is no document to look for. */
    private Map<String, Document> kept(String view, List<Map.Entry<String, List<Recorded>>> streams) {
        Map<String, Document> found = new HashMap<>();
        List<String> unread = new ArrayList<>();
        for (Map.Entry<String, List<Recorded>> stream : streams) {
            String key = stream.getKey();
            if (stream.getValue().getFirst().sequence() == 0) {
                continue;
            }
            if (underway != null && underway.changes(view, key)) {
                underway.get(view, key).ifPresent(it -> found.put(key, it));
            } else {
                unread.add(key);
            }
        }
        found.putAll(store.getAll(view, unread));
        return found;
    }

    private static <T> List<List<T>> handfuls(List<T> all) {
        List<List<T>> handfuls = new ArrayList<>();
        for (int i = 0; i < all.size(); i += HANDFUL) {
            handfuls.add(all.subList(i, Math.min(all.size(), i + HANDFUL)));
        }
        return handfuls;
    }

    private static <S> Folded fold(StateView<S> view, String stream, Optional<Document> kept, List<Recorded> events) {
        try {
            S before = kept.map(view::read).orElseGet(() -> view.unseen(stream));
            return fold(view, stream, kept.orElse(null), before, events);
        } catch (RuntimeException e) {
            // Neither what was kept nor what would be kept can be trusted: it stays, and all of this waits.
            List<Parked> all =
                    events.stream().map(event -> Parked.by(view, event, e)).toList();
            return new Folded(kept.orElse(null), null, Map.of(), Map.of(), all);
        }
    }

    /** What of these events the document has seen already is passed over. */
    private static <S> Folded fold(
            StateView<S> view, String stream, @Nullable Document kept, S before, List<Recorded> events) {
        List<Parked> parked = new ArrayList<>(0);
        long seen = kept == null ? -1 : kept.position();
        long position = seen;
        S state = before;
        for (Recorded event : events) {
            if (event.position() > seen) {
                try {
                    state = view.after(state, event);
                    position = event.position();
                } catch (RuntimeException e) {
                    parked.add(Parked.by(view, event, e));
                }
            }
        }
        if (position == seen) {
            return new Folded(kept, null, Map.of(), Map.of(), parked);
        }
        Document after = view.write(stream, state, position);
        Map<String, Long> counted = kept == null ? Map.of() : view.counted(before);
        return new Folded(kept, after, counted, view.counted(state), parked);
    }

    private void put(View view, Folded stream) {
        Document before = stream.before();
        Document after = stream.after();
        if (after == null) {
            return;
        }
        if (before == null) {
            batch.append(view.name(), after);
        } else {
            batch.replace(view.name(), before, after);
        }
    }

    private static <T> Stream<T> sideBySide(Collection<T> all) {
        return all.size() < 2 ? all.stream() : all.parallelStream();
    }
}
