package kz.legality.door.maintenance;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import java.util.function.Function;
import kz.legality.door.problem.RequestProblem;
import org.jspecify.annotations.Nullable;

/** One long piece of work at a time, begun by one request and looked at by others. */
final class LongWork<T> {
    /**
     * @param done so far, of {@code total}
     * @param result null until it is finished
     * @param failure null unless it failed
     */
    record Status<T>(
            boolean running,
            long done,
            long total,
            @Nullable T result,
            @Nullable String failure) {}

    private final String name;
    private final AtomicReference<Status<T>> status = new AtomicReference<>(new Status<>(false, 0, 0, null, null));

    LongWork(String name) {
        this.name = name;
    }

    Status<T> status() {
        return status.get();
    }

    /** @param work is handed where to tell how far it has come, and gives the result */
    Status<T> begin(Function<BiConsumer<Long, Long>, T> work) {
        Status<T> before = status.get();
        Status<T> begun = new Status<>(true, 0, 0, null, null);
        if (before.running() || !status.compareAndSet(before, begun)) {
            throw RequestProblem.refused("ALREADY_RUNNING", "a " + name + " is under way; ask how far it has come");
        }
        Thread.ofPlatform().name(name).start(() -> {
            try {
                T result = work.apply((done, total) -> status.set(new Status<>(true, done, total, null, null)));
                Status<T> last = status.get();
                status.set(new Status<>(false, last.done(), last.total(), result, null));
            } catch (RuntimeException | Error failed) {
                // Also an Error: work that is dead and says it runs could never be begun again.
                status.set(new Status<>(false, 0, 0, null, String.valueOf(failed.getMessage())));
            }
        });
        return begun;
    }
}
