package kz.legality.observation;

import java.util.List;
import java.util.Map;

/**
 * Dimensions that an IMEI must match all of, as DIRBS's classification conditions are.
 *
 * @param label what it is called
 * @param matchingMax share of all IMEIs ever seen that it may match; above it the condition is stopped, since reference
 *     data is then missing
 */
public record Condition(String label, List<Dimension> dimensions, double matchingMax) {
    public Condition {
        dimensions = List.copyOf(dimensions);
        if (dimensions.isEmpty()) {
            throw new IllegalArgumentException("a condition has a dimension");
        }
    }

    /** One query whose IMEIs match. */
    public enum Kind {
        DUPLICATE_THRESHOLD,
        DUPLICATE_DAILY_AVERAGE,
        SIMULTANEOUS,
        TRANSIENT,
        GSMA_NOT_FOUND,
        TEST_TAC,
        INCONSISTENT_RAT,
        MALFORMED,
        /** A block stands, by whatever order; also of a device that was never seen. */
        BLOCKED,
        NOT_REGISTERED,
        /** Persons a day, where the list of subscribers says whose the lines are. */
        DAILY_AVERAGE_PERSONS,
        /** On the list and in force there, not provisionally; also a device that was never seen. */
        ON_STOLEN_LIST,
        ON_BARRED_LIST,
        ON_MONITORING_LIST,
        ON_ASSOCIATION_LIST,
        ON_GOLDEN_LIST,
        /** Seen, and of a model on the list of barred models. */
        BARRED_TAC
    }

    /**
     * @param settings of the query in place of the policy's: days, threshold, seenDays
     * @param invert matches all IMEIs ever seen that the query does not find
     */
    public record Dimension(Kind kind, Map<String, Long> settings, boolean invert) {
        public Dimension {
            settings = Map.copyOf(settings);
        }

        public static Dimension of(Kind kind) {
            return new Dimension(kind, Map.of(), false);
        }

        public Dimension inverted() {
            return new Dimension(kind, settings, !invert);
        }
    }

    /**
     * What came of it.
     *
     * @param matching how many IMEIs, what is no IMEI counted by how it was sent
     * @param seen all IMEIs ever seen
     * @param stopped true where it matched more than it may, and nothing may follow from it
     */
    public record Matched(String label, long matching, long seen, boolean stopped) {}
}
