package kz.legality.command.intake;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import kz.legality.event.LedgerEvent;
import kz.legality.listing.ListEntry;
import kz.legality.sourcefile.FileKind;

/** The entries in force, folded anew from all events for each look; of the checks only that a change fits. */
final class ListsInMemory implements Lists {
    private final Supplier<Stream<LedgerEvent>> events;

    ListsInMemory(Supplier<Stream<LedgerEvent>> events) {
        this.events = events;
    }

    @Override
    public Sitting sit(FileKind list) {
        Map<String, ListEntry> inForce = new LinkedHashMap<>();
        events.get()
                .flatMap(event -> ListEntry.of(event).stream())
                .filter(entry -> entry.list() == list)
                .forEach(entry -> {
                    inForce.remove(entry.key());
                    if (!entry.ended()) {
                        inForce.put(entry.key(), entry);
                    }
                });
        return new Sitting() {
            private final Set<String> named = new HashSet<>();
            private final List<Long> misfits = new ArrayList<>();

            @Override
            public void add(long row, ListEntry entry, String change) {
                named.add(entry.key());
                if (inForce.containsKey(entry.key()) == change.equals("add")) {
                    misfits.add(row);
                }
            }

            @Override
            public Optional<String> refusesChanges() {
                return misfits.isEmpty() ? Optional.empty() : Optional.of("rows " + misfits + " do not fit");
            }

            @Override
            public Optional<String> refusesWhole() {
                return Optional.empty();
            }

            @Override
            public List<ListEntry> unnamed() {
                return inForce.values().stream()
                        .filter(entry -> !named.contains(entry.key()))
                        .map(entry -> new ListEntry(list, entry.key(), "", true))
                        .toList();
            }

            @Override
            public void close() {}
        };
    }
}
