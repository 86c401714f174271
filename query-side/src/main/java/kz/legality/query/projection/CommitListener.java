package kz.legality.query.projection;

import kz.legality.query.store.WriteBatch;

/**
 * Hears what the projector commits, on the thread that writes: whatever it does there, the views wait for. It is not
 * asked to remember anything; what it must have after a crash it finds in the read store.
 */
public interface CommitListener {
    /** A batch is about to be committed; {@link #finished} follows in any case. */
    default void committing() {}

    /** @param position of the last event whose changes are on disk now */
    void committed(WriteBatch batch, long position);

    /** The batch is committed, or it failed and will be tried again. */
    default void finished() {}

    /** A view is emptied, to be made again from the first event. */
    default void emptied(String view) {}
}
