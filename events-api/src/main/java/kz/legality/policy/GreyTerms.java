package kz.legality.policy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * How long an owner has to prove that his device is lawful ({@code lists.grey}).
 *
 * @param term from the start of the clock to the deadline
 * @param start what starts the clock
 * @param extraIfForeignId added where the owner's number is a foreigner's, or the policy has no other term for a
 *     non-resident
 * @param nonResident the term of a foreigner and of an owner who does not live here; null where it is the ordinary one
 *     with what is added to it
 * @param amnesty null where none was declared
 */
public record GreyTerms(
        Period term,
        ClockStart start,
        Period extraIfForeignId,
        @Nullable Period nonResident,
        @Nullable Amnesty amnesty) {
    /** What the term is counted from. */
    public enum ClockStart {
        FIRST_NETWORK_EVENT,
        BORDER_ENTRY,
        NOTIFICATION
    }

    /** Whose term it is. */
    public enum Holder {
        RESIDENT,
        FOREIGN_ID,
        NON_RESIDENT
    }

    /**
     * Who is found without proof while the rules are being introduced keeps his phone until the amnesty's end, however
     * early that was (DIRBS's evaluation and amnesty periods).
     *
     * @param evaluationEnds the last day on which a term that starts falls under the amnesty
     * @param ends the last day of the amnesty
     */
    public record Amnesty(LocalDate evaluationEnds, LocalDate ends) {
        public Amnesty {
            if (ends.isBefore(evaluationEnds)) {
                throw new IllegalArgumentException("an amnesty does not end before its evaluation does");
            }
        }
    }

    /** Order № 226 as amended by № 8/НҚ: 30 days from the first connection. */
    public static GreyTerms kazakhstan() {
        return new GreyTerms(Period.ofDays(30), ClockStart.FIRST_NETWORK_EVENT, Period.ZERO, null, null);
    }

    /** The deadline of a term whose clock started then. Once promised it is an event, and no later version moves it. */
    public Instant deadline(Instant since, Holder holder, ZoneId zone) {
        Instant ordinary = since.atZone(zone).plus(termOf(holder)).toInstant();
        if (amnesty == null || since.atZone(zone).toLocalDate().isAfter(amnesty.evaluationEnds())) {
            return ordinary;
        }
        Instant granted = amnesty.ends().plusDays(1).atStartOfDay(zone).toInstant();
        return granted.isAfter(ordinary) ? granted : ordinary;
    }

    private Period termOf(Holder holder) {
        return switch (holder) {
            case RESIDENT -> term;
            case FOREIGN_ID, NON_RESIDENT -> nonResident == null ? term.plus(extraIfForeignId) : nonResident;
        };
    }
}
