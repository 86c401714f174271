package kz.legality.policy;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import kz.legality.event.LedgerEvent;
import kz.legality.event.Source;
import kz.legality.event.StoredAs;

/** What happens to a jurisdiction's terms. */
public sealed interface PolicyEvent extends LedgerEvent {
    String jurisdiction();

    @Override
    @JsonIgnore
    default String stream() {
        return streamOf(jurisdiction());
    }

    static String streamOf(String jurisdiction) {
        return "policy:" + jurisdiction;
    }

    /**
     * A version was activated. All of its content stands in it, so that whoever has the events alone can decide again what
     * was decided by it.
     *
     * @param occurredAt when it was activated; it may come into force later
     * @param terms maps, lists and texts by the keys of a policy file
     */
    @StoredAs("PolicyActivated")
    record PolicyActivated(
            String jurisdiction,
            Instant occurredAt,
            Source source,
            String version,
            LocalDate validFrom,
            Map<String, Object> terms)
            implements PolicyEvent {
        public static PolicyActivated of(Policy policy, Instant at, Source source) {
            return new PolicyActivated(
                    policy.jurisdiction(), at, source, policy.version(), policy.validFrom(), policy.terms());
        }

        @JsonIgnore
        public Policy policy() {
            return Policy.recorded(terms);
        }
    }
}
