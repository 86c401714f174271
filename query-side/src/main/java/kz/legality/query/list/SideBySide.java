package kz.legality.query.list;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ForkJoinPool;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Makes one thing of each of very many, by the threads that are free, while the caller's thread reads the next ones and
 * takes what was made, in the order it was read. Few are under way at once, so that memory is bounded.
 */
public final class SideBySide<A, B> implements AutoCloseable {
    private static final int HANDFUL = 1_024;
    private static final int UNDER_WAY_MAX = 2 * ForkJoinPool.getCommonPoolParallelism() + 2;

    private final Function<? super A, ? extends B> made;
    private final Consumer<? super B> taken;
    private final Queue<CompletableFuture<List<B>>> underWay = new ArrayDeque<>();
    private List<A> read = new ArrayList<>(HANDFUL);

    /**
     * @param made of one, by any thread
     * @param taken in the order it was read, by the thread that calls {@link #add} and {@link #finish}
     */
    public SideBySide(Function<? super A, ? extends B> made, Consumer<? super B> taken) {
        this.made = made;
        this.taken = taken;
    }

    /**
     * To be called by one thread.
     *
     * @throws RuntimeException what the making of an earlier one failed by
     */
    public void add(A one) {
        read.add(one);
        if (read.size() == HANDFUL) {
            begin();
            while (!underWay.isEmpty() && underWay.element().isDone()) {
                take();
            }
        }
    }

    /** Takes what is left; to be called behind the last one. */
    public void finish() {
        begin();
        while (!underWay.isEmpty()) {
            take();
        }
    }

    /** Whoever has more under way than the others can make, makes the next ones himself. */
    private void begin() {
        List<A> handful = read;
        read = new ArrayList<>(HANDFUL);
        underWay.add(
                underWay.size() < UNDER_WAY_MAX
                        ? CompletableFuture.supplyAsync(() -> madeOf(handful))
                        : CompletableFuture.completedFuture(madeOf(handful)));
        while (underWay.size() > UNDER_WAY_MAX) {
            take();
        }
    }

    private List<B> madeOf(List<A> handful) {
        List<B> some = new ArrayList<>(handful.size());
        handful.forEach(one -> some.add(made.apply(one)));
        return some;
    }

    private void take() {
        try {
            underWay.remove().join().forEach(taken);
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw failed;
        }
    }

    /** What is still under way after a failure is not waited for. */
    @Override
    public void close() {
        underWay.forEach(it -> it.cancel(true));
    }
}
