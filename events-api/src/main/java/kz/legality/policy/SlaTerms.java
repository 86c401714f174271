package kz.legality.policy;

import java.time.Duration;

/** How soon the register must answer ({@code sla}). */
public record SlaTerms(Register register) {
    /** Which hours count. */
    public enum Calendar {
        WORKING,
        ALL
    }

    /** To register, register anew, or take off the register. */
    public record Register(Duration person, Duration entity, Calendar calendar) {}

    public static SlaTerms kazakhstan() {
        return new SlaTerms(new Register(Duration.ofHours(4), Duration.ofHours(8), Calendar.WORKING));
    }
}
