package kz.legality.observation;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import kz.legality.device.DeviceEvent.PatternObserved;
import org.jspecify.annotations.Nullable;

/**
 * The measures by name; the query of each is the file of that name. The version grows when the query would find other
 * rows.
 */
public enum Detector {
    /** Becomes CloneDetected. */
    DUPLICATE_THRESHOLD(2, null, false),
    DUPLICATE_DAILY_AVERAGE(2, PatternObserved.Kind.SUBSCRIBERS_A_DAY, false),
    /** Asks the list of subscribers. */
    DAILY_AVG_UID(1, PatternObserved.Kind.PERSONS_A_DAY, false),
    SIMULTANEOUS(2, PatternObserved.Kind.SIMULTANEOUS, false),
    TRANSIENT(2, PatternObserved.Kind.SIM_BOX, false),
    STALE_TAC(1, PatternObserved.Kind.STALE_TAC, true),
    GSMA_NOT_FOUND(1, PatternObserved.Kind.TAC_NOT_FOUND, true),
    TEST_TAC(1, PatternObserved.Kind.TEST_IMEI, false),
    EQUAL_SERIAL(1, PatternObserved.Kind.TEST_IMEI, false),
    INCONSISTENT_RAT(1, PatternObserved.Kind.RAT_NOT_SUPPORTED, true),
    /** No IMEI, so no device: shown, and counted in the file's events. */
    MALFORMED(1, null, false),
    /** Shown only: every changed SIM is one. */
    NEW_PAIR(1, null, false),
    /** Shown only: the absence of a sighting proves nothing. */
    NEVER_SEEN(1, null, false);

    private final int version;
    private final PatternObserved.@Nullable Kind kind;
    private final boolean asksTheCatalogue;

    Detector(int version, PatternObserved.@Nullable Kind kind, boolean asksTheCatalogue) {
        this.version = version;
        this.kind = kind;
        this.asksTheCatalogue = asksTheCatalogue;
    }

    /** As its query's file is called. */
    public String written() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    public static Optional<Detector> of(String written) {
        return Arrays.stream(values())
                .filter(it -> it.written().equals(written))
                .findFirst();
    }

    public static String all() {
        return Arrays.stream(values()).map(Detector::written).collect(Collectors.joining(", "));
    }

    int version() {
        return version;
    }

    PatternObserved.@Nullable Kind kind() {
        return kind;
    }

    /** Without the catalogue of models it would say of every device what is true of none. */
    boolean asksTheCatalogue() {
        return asksTheCatalogue;
    }

    /** First day of the window that ends on a day, for a file that begins on another. */
    LocalDate windowStart(ArchiveTerms.Measures terms, LocalDate from, LocalDate until) {
        return switch (this) {
            case STALE_TAC, GSMA_NOT_FOUND, NEW_PAIR -> from;
            default -> until.minusDays(windowDays(terms) - 1L);
        };
    }

    /**
     * Last day on which a window may end that has a day of the file in it. What a file adds to a window that later files
     * had filled before it came is found then too; so the order of arrival changes nothing.
     */
    LocalDate lastEnd(ArchiveTerms.Measures terms, LocalDate to) {
        return switch (this) {
            case DUPLICATE_THRESHOLD, DUPLICATE_DAILY_AVERAGE, DAILY_AVG_UID, SIMULTANEOUS, TRANSIENT ->
                to.plusDays(windowDays(terms) - 1L);
            default -> to;
        };
    }

    private int windowDays(ArchiveTerms.Measures terms) {
        return switch (this) {
            case DUPLICATE_THRESHOLD, SIMULTANEOUS -> terms.cloneWindowDays();
            case TRANSIENT -> terms.simBoxWindowDays();
            default -> terms.dailyWindowDays();
        };
    }

    /** In thousandths of the unit that it measures in. */
    long limitThousandths(ArchiveTerms.Measures terms) {
        return switch (this) {
            case DUPLICATE_THRESHOLD -> terms.cloneSubscribers() * 1000L;
            case DUPLICATE_DAILY_AVERAGE, DAILY_AVG_UID -> terms.dailySubscribersThousandths();
            case SIMULTANEOUS -> terms.simultaneousDays() * 1000L;
            case TRANSIENT -> terms.simBoxNumbersADay() * 1000L;
            case STALE_TAC -> terms.staleYears() * 1000L;
            case GSMA_NOT_FOUND, TEST_TAC, EQUAL_SERIAL, INCONSISTENT_RAT, MALFORMED, NEW_PAIR, NEVER_SEEN -> 0;
        };
    }

    String query(ArchiveTerms terms, LocalDate from, LocalDate to) {
        return query(terms, from, to, Map.of());
    }

    /** @param settings in place of the policy's, by the query's names of them */
    String query(ArchiveTerms terms, LocalDate from, LocalDate to, Map<String, Long> settings) {
        ArchiveTerms.Measures measures = terms.measures();
        return Database.query(written(), parameters(terms, from, to, settings))
                .replace(
                        "$lags",
                        measures.reportingBodyLagDays().entrySet().stream()
                                .sorted(Map.Entry.comparingByKey())
                                .map(it -> "(" + Integer.parseInt(it.getKey()) + ", " + it.getValue() + ")")
                                .collect(Collectors.joining(", ")))
                .replace(
                        "$generations",
                        terms.generations().entrySet().stream()
                                .sorted(Map.Entry.comparingByKey())
                                .map(it -> "('" + it.getKey() + "', " + it.getValue() + ")")
                                .collect(Collectors.joining(", ")));
    }

    /** What its query asks with, by name. */
    Map<String, Object> parameters(ArchiveTerms terms, LocalDate from, LocalDate to, Map<String, Long> settings) {
        ArchiveTerms.Measures measures = terms.measures();
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("from", from);
        all.put("end", to);
        all.put("seenDays", measures.dailySeenDaysMin());
        all.put("first", from);
        // One window may end on a day without a sighting; of many, each says what it adds.
        all.put("since", from.equals(to) ? to.minusDays(windowDays(measures) - 1L) : from);
        all.put("days", windowDays(measures));
        all.put(
                "threshold",
                this == DUPLICATE_DAILY_AVERAGE || this == DAILY_AVG_UID
                        ? limitThousandths(measures)
                        : limitThousandths(measures) / 1000);
        all.putAll(settings);
        return all;
    }
}
