package kz.legality.tac;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import kz.legality.event.LedgerEvent;
import kz.legality.event.Source;
import kz.legality.event.StoredAs;
import kz.legality.identifier.Tac;

/**
 * What the list of barred models ({@code barred-tac-list}) says of one code. Apart from the catalogue: a model can be
 * barred that nobody ever listed.
 */
public sealed interface TacBarEvent extends LedgerEvent {
    Tac tac();

    @Override
    @JsonIgnore
    default String stream() {
        return "tac-bar:" + tac().value();
    }

    /** No device of this model is to be served. */
    @StoredAs("TacBarred")
    record TacBarred(Tac tac, Instant occurredAt, Source source, String authority) implements TacBarEvent {}

    /** Devices of this model are served again. */
    @StoredAs("TacBarLifted")
    record TacBarLifted(Tac tac, Instant occurredAt, Source source, String authority) implements TacBarEvent {}
}
