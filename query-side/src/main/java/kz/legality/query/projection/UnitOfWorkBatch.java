package kz.legality.query.projection;

import java.util.function.Consumer;
import kz.legality.query.store.ReadStore;
import kz.legality.query.store.WriteBatch;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;

/** The batch of the unit of work at hand: one for all the events of it, committed when it commits. */
public final class UnitOfWorkBatch {
    /** The resource of the root unit of work under which the batch is kept. */
    public static final String KEY = WriteBatch.class.getName();

    private UnitOfWorkBatch() {}

    /**
     * The batch, begun if there is none yet. It is committed after every "prepare commit" handler has run, the one that
     * stores the token among them; when the commit fails, the unit of work is rolled back.
     *
     * @throws IllegalStateException when no unit of work is active
     */
    public static WriteBatch of(ReadStore store) {
        return of(store::commit);
    }

    /** @param commit takes the batch when the unit of work commits; the unit is rolled back when it throws */
    static WriteBatch of(Consumer<WriteBatch> commit) {
        return CurrentUnitOfWork.get().root().getOrComputeResource(KEY, key -> {
            WriteBatch batch = new WriteBatch();
            CurrentUnitOfWork.get().root().onCommit(unit -> commit.accept(batch));
            return batch;
        });
    }
}
