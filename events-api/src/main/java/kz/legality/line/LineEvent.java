package kz.legality.line;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import kz.legality.event.LedgerEvent;
import kz.legality.event.Source;
import kz.legality.event.StoredAs;
import kz.legality.identifier.Imsi;
import kz.legality.identifier.PersonNumber;
import kz.legality.secrecy.Personal;
import kz.legality.secrecy.Pseudonym;

/** Everything the list of subscribers ({@code subscribers-list}) says of one line. Its stream is named by a pseudonym. */
public sealed interface LineEvent extends LedgerEvent {
    Pseudonym line();

    Pseudonym holder();

    @Override
    @JsonIgnore
    default String stream() {
        return "line:" + line().value();
    }

    /** The line is this person's; a line may be several persons'. */
    @StoredAs("LineHeld")
    record LineHeld(Instant occurredAt, Source source, Personal<Imsi> imsi, Personal<PersonNumber> person)
            implements LineEvent {
        @Override
        public Pseudonym line() {
            return imsi.pseudonym();
        }

        @Override
        public Pseudonym holder() {
            return person.pseudonym();
        }
    }

    /** The line is this person's no more; both by pseudonym. */
    @StoredAs("LineReleased")
    record LineReleased(Instant occurredAt, Source source, Pseudonym imsi, Pseudonym person) implements LineEvent {
        @Override
        public Pseudonym line() {
            return imsi;
        }

        @Override
        public Pseudonym holder() {
            return person;
        }
    }
}
