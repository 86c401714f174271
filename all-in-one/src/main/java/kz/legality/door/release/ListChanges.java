package kz.legality.door.release;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import kz.legality.device.ListStatus;
import kz.legality.query.device.DevicesView;
import kz.legality.query.projection.CommitListener;
import kz.legality.query.store.Change;
import kz.legality.query.store.Document;
import kz.legality.query.store.IndexEntry;
import kz.legality.query.store.WriteBatch;
import kz.legality.release.ListName;

/** Which lists may have changed since they were written last, and a way to read one at one position of the ledger. */
final class ListChanges implements CommitListener {
    /** Held while a batch of the views is committed, so that a list is read at one position and not between two. */
    private final ReentrantLock viewsStandStill = new ReentrantLock();

    private final Set<ListName> changed = EnumSet.allOf(ListName.class);

    void standStill() {
        viewsStandStill.lock();
    }

    /** The views go on; to be called as soon as the first entry is read, since from then on the store shows what it was. */
    void goOn() {
        if (viewsStandStill.isHeldByCurrentThread()) {
            viewsStandStill.unlock();
        }
    }

    boolean has(ListName list) {
        synchronized (changed) {
            return changed.contains(list);
        }
    }

    void forget(ListName list) {
        synchronized (changed) {
            changed.remove(list);
        }
    }

    void note(Set<ListName> lists) {
        synchronized (changed) {
            changed.addAll(lists);
        }
    }

    @Override
    public void committing() {
        viewsStandStill.lock();
    }

    @Override
    public void finished() {
        // Whoever begins to listen in the middle of a commit hears its end alone.
        goOn();
    }

    @Override
    public void emptied(String view) {
        note(EnumSet.allOf(ListName.class));
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
        note(touched);
    }

    private static void touch(Set<ListName> touched, Document device) {
        for (IndexEntry entry : device.entries()) {
            switch (entry.index()) {
                case DevicesView.LIST -> touch(touched, entry.sortKey());
                case DevicesView.EXCEPTION -> {
                    touched.add(ListName.EXCEPTIONS);
                    touched.add(ListName.NOTIFICATIONS);
                }
                case DevicesView.DEADLINE -> touched.add(ListName.NOTIFICATIONS);
                default -> {}
            }
        }
    }

    private static void touch(Set<ListName> touched, String status) {
        for (ListName list : ListName.values()) {
            if (list.status().map(ListStatus::name).filter(status::equals).isPresent()) {
                touched.add(list);
            }
        }
    }
}
