package kz.legality.command.intake;

import java.time.Instant;
import java.util.List;
import kz.legality.event.LedgerEvent;
import kz.legality.tac.TacEvent.TacListed;
import org.jspecify.annotations.Nullable;

/** The stream of one type allocation code. */
final class TacFacts implements FactStream {
    private @Nullable TacListed listed;
    private long nextSequence;

    TacFacts(@Nullable TacListed listed, long nextSequence) {
        this.listed = listed;
        this.nextSequence = nextSequence;
    }

    @Override
    public long nextSequence() {
        return nextSequence;
    }

    @Override
    public List<? extends LedgerEvent> record(LedgerEvent fact, Instant receivedAt) {
        TacListed now = (TacListed) fact;
        if (listed != null && now.saysTheSameAs(listed)) {
            return List.of();
        }
        listed = now;
        nextSequence++;
        return List.of(now);
    }
}
