package kz.legality.command.intake;

import java.time.Instant;
import java.util.List;
import kz.legality.allowance.AllowanceEvent;
import kz.legality.allowance.PersonAllowance;
import kz.legality.event.LedgerEvent;

/** The stream of one person's allowance. No row states what is in it: it follows from declarations. */
final class AllowanceFacts implements FactStream {
    private PersonAllowance allowance;

    AllowanceFacts(PersonAllowance allowance) {
        this.allowance = allowance;
    }

    PersonAllowance allowance() {
        return allowance;
    }

    @Override
    public long nextSequence() {
        return allowance.nextSequence();
    }

    @Override
    public List<? extends LedgerEvent> record(LedgerEvent fact, Instant receivedAt) {
        throw new IllegalArgumentException("no row states a " + fact.getClass().getSimpleName());
    }

    void apply(AllowanceEvent event) {
        allowance = allowance.after(event);
    }
}
