package kz.legality.command.store;

import java.util.Optional;

/**
 * What a walk over the whole store found.
 *
 * @param eventsChecked events read with their checksum before the walk ended
 * @param streams streams walked
 * @param firstFlaw the first thing that is wrong, in order of position; empty where nothing is
 */
public record IntegrityReport(long eventsChecked, long streams, Optional<Flaw> firstFlaw) {

    /**
     * @param position the global position concerned, -1 where the damage belongs to none
     * @param what one sentence for the operator
     */
    public record Flaw(long position, String what) {}

    public boolean sound() {
        return firstFlaw.isEmpty();
    }
}
