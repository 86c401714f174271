package kz.legality.door.release;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.concurrent.locks.ReentrantLock;
import kz.legality.event.Source;
import kz.legality.identifier.FileHash;
import kz.legality.launch.OpenLedger;
import kz.legality.policy.NetworkTerms;
import kz.legality.query.device.DevicesView;
import kz.legality.query.projection.CommitListener;
import kz.legality.query.store.Change;
import kz.legality.query.store.Document;
import kz.legality.query.store.IndexEntry;
import kz.legality.query.store.WriteBatch;
import kz.legality.release.ListChange;
import kz.legality.release.ListName;
import kz.legality.release.ReleaseEvent;
import kz.legality.release.ReleaseEvent.ListReleased;
import kz.legality.release.ReleaseEvent.ReleaseAcknowledged;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.jspecify.annotations.Nullable;

/**
 * The releases of every list. A release is made when somebody asks for the list and it is no longer what was released
 * last; the event names its files by their hashes, so the files are on disk before the event is, and what a crash leaves
 * between the two is written again under the same number.
 */
public final class ListReleases implements CommitListener {
    private static final String TYPE = "ListRelease";
    private static final Source RULE = new Source.Rule("WhenAListIsAskedForAndHasChangedThenItIsReleased");

    private final OpenLedger ledger;
    private final ReleaseShelf shelf;
    private final ReleaseKey key;
    private final Clock clock = Clock.systemUTC();
    private final Map<ListName, List<ReleaseEvent>> told = new EnumMap<>(ListName.class);
    /** Held while a batch of the views is committed, so that a list is read at one position and not between two. */
    private final ReentrantLock viewsStandStill = new ReentrantLock();

    private final Set<ListName> changed = EnumSet.allOf(ListName.class);

    public ListReleases(OpenLedger ledger) {
        this.ledger = ledger;
        Path root = ledger.data().releases();
        this.shelf = new ReleaseShelf(root);
        try {
            Files.createDirectories(root);
        } catch (IOException e) {
            throw new UncheckedIOException("there is no folder for releases at " + root, e);
        }
        this.key = ReleaseKey.openOrCreate(root.resolve("release.key"));
        for (ListName list : ListName.values()) {
            told.put(list, read(list));
        }
        ledger.queries().projections().listen(this);
    }

    private List<ReleaseEvent> read(ListName list) {
        List<ReleaseEvent> events = new ArrayList<>();
        DomainEventStream stream = ledger.events().readEvents(ReleaseEvent.streamOf(list));
        while (stream.hasNext()) {
            events.add((ReleaseEvent) stream.next().getPayload());
        }
        return events;
    }

    /** The newest release, which is made now if the list has changed since. */
    public synchronized ListReleased newest(ListName list) {
        Optional<ListReleased> last = last(list);
        if (last.isPresent() && rests(last.get())) {
            return last.get();
        }
        synchronized (changed) {
            changed.remove(list);
        }
        long number = last.map(ListReleased::number).orElse(0L) + 1;
        try (ReleaseWriting writing = ReleaseWriting.begin(shelf, list, number)) {
            long position = write(list, writing);
            if (last.isPresent() && writing.isTheSame()) {
                return last.get();
            }
            return record(list, number, position, writing);
        } catch (RuntimeException failed) {
            synchronized (changed) {
                changed.add(list);
            }
            throw failed;
        }
    }

    /** Nothing on it has changed, or it is so long that it is not released again at once. */
    private boolean rests(ListReleased last) {
        if (!Files.exists(file(last, ReleaseForm.JSON_LINES))) {
            return false;
        }
        synchronized (changed) {
            NetworkTerms terms = ledger.policy().network();
            boolean pausing = last.entries() > terms.releasedAtOnceEntriesMax()
                    && clock.instant().isBefore(last.occurredAt().plus(terms.releasePause()));
            return pausing || !changed.contains(last.list());
        }
    }

    /** The views go on as soon as the first entry is read: from then on the store shows what it was. */
    private long write(ListName list, ReleaseWriting writing) {
        viewsStandStill.lock();
        try {
            long position = ledger.queries().projections().position();
            ledger.queries().lists().stream(list.status(), entry -> {
                if (viewsStandStill.isHeldByCurrentThread()) {
                    viewsStandStill.unlock();
                }
                writing.add(entry);
            });
            writing.finish();
            return position;
        } finally {
            if (viewsStandStill.isHeldByCurrentThread()) {
                viewsStandStill.unlock();
            }
        }
    }

    private ListReleased record(ListName list, long number, long position, ReleaseWriting writing) {
        FileHash lines = writing.hash(ReleaseForm.JSON_LINES);
        FileHash csv = writing.hash(ReleaseForm.CSV);
        ListReleased released = new ListReleased(
                list,
                number,
                clock.instant(),
                RULE,
                position,
                writing.entries(),
                writing.changed(ListChange.Kind.ADDED),
                writing.changed(ListChange.Kind.REMOVED),
                writing.changed(ListChange.Kind.CHANGED),
                lines,
                csv,
                key.sign(ListReleased.signedText(list, number, position, writing.entries(), lines, csv)),
                key.published());
        writing.keep();
        append(released);
        return released;
    }

    private void append(ReleaseEvent event) {
        List<ReleaseEvent> before = told.getOrDefault(event.list(), List.of());
        ledger.events().publish(List.of(new GenericDomainEventMessage<>(TYPE, event.stream(), before.size(), event)));
        List<ReleaseEvent> after = new ArrayList<>(before);
        after.add(event);
        told.put(event.list(), after);
    }

    private Optional<ListReleased> last(ListName list) {
        return releases(list).stream().reduce((earlier, later) -> later);
    }

    /** All of them, the first one first. */
    public synchronized List<ListReleased> releases(ListName list) {
        return told.getOrDefault(list, List.of()).stream()
                .filter(ListReleased.class::isInstance)
                .map(ListReleased.class::cast)
                .toList();
    }

    /** What operators said of them, in the order they said it. */
    public synchronized List<ReleaseAcknowledged> acknowledgements(ListName list) {
        return told.getOrDefault(list, List.of()).stream()
                .filter(ReleaseAcknowledged.class::isInstance)
                .map(ReleaseAcknowledged.class::cast)
                .toList();
    }

    public Optional<ListReleased> release(ListName list, long number) {
        return releases(list).stream().filter(it -> it.number() == number).findFirst();
    }

    /** The release whole; the file is there as long as nobody takes it away. */
    public Path file(ListReleased release, ReleaseForm form) {
        return shelf.whole(release.list(), release.number(), form);
    }

    /** What changed between two releases, by IMEI; empty where it can no longer be told. */
    public Optional<SortedMap<String, ListChange<JsonNode>>> delta(ListName list, long since, long until) {
        return shelf.delta(list, since, until);
    }

    /** Records what an operator says it holds. */
    public synchronized ReleaseAcknowledged acknowledge(
            ListReleased release, String operator, Source.Actor actor, @Nullable Drift drift) {
        ReleaseAcknowledged acknowledged = new ReleaseAcknowledged(
                release.list(),
                release.number(),
                clock.instant(),
                actor,
                operator,
                drift == null ? null : drift.holds(),
                drift == null ? null : drift.missing(),
                drift == null ? null : drift.unexpected());
        append(acknowledged);
        return acknowledged;
    }

    @Override
    public void committing() {
        viewsStandStill.lock();
    }

    @Override
    public void finished() {
        // Whoever begins to listen in the middle of a commit hears its end alone.
        if (viewsStandStill.isHeldByCurrentThread()) {
            viewsStandStill.unlock();
        }
    }

    @Override
    public void emptied(String view) {
        synchronized (changed) {
            changed.addAll(EnumSet.allOf(ListName.class));
        }
    }

    @Override
    public void committed(WriteBatch batch, long position) {
        Set<ListName> touched = EnumSet.noneOf(ListName.class);
        for (Change change :
                batch.changes().getOrDefault(DevicesView.NAME, Map.of()).values()) {
            if (change instanceof Change.Put put) {
                touch(touched, put.document());
            }
            switch (change.before()) {
                case Change.Before.Known known -> touch(touched, known.document());
                case Change.Before.Absent absent -> {}
                case Change.Before.Unknown unknown -> touched.addAll(EnumSet.allOf(ListName.class));
            }
            if (touched.size() == ListName.values().length) {
                break;
            }
        }
        synchronized (changed) {
            changed.addAll(touched);
        }
    }

    private static void touch(Set<ListName> touched, Document device) {
        for (IndexEntry entry : device.entries()) {
            if (entry.index().equals(DevicesView.LIST)) {
                for (ListName list : ListName.values()) {
                    if (list.status().name().equals(entry.sortKey())) {
                        touched.add(list);
                    }
                }
            }
        }
    }
}
