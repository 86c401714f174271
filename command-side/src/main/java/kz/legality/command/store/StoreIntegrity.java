package kz.legality.command.store;

/** A store that can be asked whether it still holds exactly what was written. */
public interface StoreIntegrity {

    /** Walks every event, every stream and every file; reads all of the store once and more, changes nothing. */
    IntegrityReport verifyStore(Progress progress);

    /** Told now and then how far the walk has come. */
    @FunctionalInterface
    interface Progress {
        void checked(long events, long eventsInAll);
    }
}
