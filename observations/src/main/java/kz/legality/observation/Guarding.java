package kz.legality.observation;

import java.math.BigInteger;
import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What refuses an operator's file as a whole: each limit that is passed is named beside what was measured. */
final class Guarding {
    private static final int IMSI_DIGITS = 15;

    /** Of Kazakhstan; those of other lengths are looked at as text. */
    private static final int HOME_NUMBER_DIGITS = 11;

    private final Database database;
    private final ArchiveTerms terms;
    private final List<String> passed = new ArrayList<>();

    Guarding(Database database, ArchiveTerms terms) {
        this.database = database;
        this.terms = terms;
    }

    private record Measured(
            long rows,
            long emptyImei,
            long emptyImsi,
            long emptyMsisdn,
            long emptyRat,
            long uncleanImei,
            long uncleanImsi,
            long foreignImsi,
            long foreignMsisdn,
            long otherImsi,
            long beginsWith0,
            long beginsWith1,
            @Nullable LocalDate firstDay,
            @Nullable LocalDate lastDay) {}

    /**
     * @param unreadable rows that will wait in quarantine
     * @throws ObservationsRefused naming every limit that is passed
     */
    void judge(OperatorFileName name, boolean hasRat, long unreadable) throws ObservationsRefused {
        ArchiveTerms.Guards guards = terms.guards();
        Measured it = measure(name.operator());
        share("rows that cannot be read", unreadable, it.rows + unreadable, guards.quarantinedMax());
        share("rows without IMEI", it.emptyImei, it.rows, guards.emptyMax());
        share("rows without IMSI", it.emptyImsi, it.rows, guards.emptyMax());
        share("rows without MSISDN", it.emptyMsisdn, it.rows, guards.emptyMax());
        if (hasRat) {
            share("rows without radio access type", it.emptyRat, it.rows, guards.emptyMax());
        }
        share("IMEIs that do not begin with 14 digits", it.uncleanImei, it.rows, guards.uncleanMax());
        share("IMSIs of other than 14 or 15 digits", it.uncleanImsi, it.rows, guards.uncleanMax());
        share("IMSIs of another country", it.foreignImsi, it.rows, guards.foreignMax());
        share("numbers of another country", it.foreignMsisdn, it.rows, guards.foreignMax());
        if (terms.operatorNetworks().containsKey(name.operator())) {
            share("IMSIs that are not " + name.operator() + "'s own", it.otherImsi, it.rows, guards.otherOperatorMax());
        }
        lostZeros(it);
        days(name, it);
        if (it.rows > 0 || unreadable == 0) {
            history(name);
        }
        if (!passed.isEmpty()) {
            throw new ObservationsRefused(String.join("; ", passed));
        }
    }

    private Measured measure(String operator) {
        Set<String> own = terms.operatorNetworks().getOrDefault(operator, Set.of());
        String query = Database.query("measure", Map.of())
                .replace("$homeImsi", beginning("imsi", IMSI_DIGITS, terms.homeCountries()))
                .replace("$homeNumber", beginning("msisdn", HOME_NUMBER_DIGITS, terms.homeNumbers()))
                .replace("$ownImsi", own.isEmpty() ? "true" : beginning("imsi", IMSI_DIGITS, own));
        return database.rows(
                        query,
                        row -> new Measured(
                                row.getLong(1),
                                row.getLong(2),
                                row.getLong(3),
                                row.getLong(4),
                                row.getLong(5),
                                row.getLong(6),
                                row.getLong(7),
                                row.getLong(8),
                                row.getLong(9),
                                row.getLong(10),
                                row.getLong(11),
                                row.getLong(12),
                                day(row.getDate(13)),
                                day(row.getDate(14))))
                .getFirst();
    }

    /** Numbers of the usual length are told by dividing, which is many times faster than looking at their text. */
    private static String beginning(String column, int digits, Collection<String> starts) {
        String numbers = starts.stream()
                .sorted()
                .map(start -> column + " // " + powerOfTen(digits - start.length()) + " = " + Long.parseLong(start))
                .collect(Collectors.joining(" OR ", "(", ")"));
        String texts = starts.stream()
                .sorted()
                .map(start ->
                        "starts_with(coalesce(" + column + "_raw, CAST(" + column + " AS VARCHAR)), '" + start + "')")
                .collect(Collectors.joining(" OR ", "(", ")"));
        return "(CASE WHEN " + column + " >= " + powerOfTen(digits - 1) + " AND " + column + " < " + powerOfTen(digits)
                + " THEN " + numbers + " ELSE " + texts + " END)";
    }

    private static long powerOfTen(int exponent) {
        return BigInteger.TEN.pow(exponent).longValueExact();
    }

    private void share(String what, long part, long whole, double limit) {
        if (whole > 0 && part > limit * whole) {
            passed.add(String.format(
                    Locale.ROOT, "%s: %d of %d (%.4f), at most %.2f", what, part, whole, (double) part / whole, limit));
        }
    }

    /** A spreadsheet that took IMEIs for numbers lost the zeros in front. */
    private void lostZeros(Measured it) {
        if (it.beginsWith1 > it.beginsWith0) {
            passed.add("zeros in front of IMEIs may be lost: " + it.beginsWith1 + " begin with 1, at most the "
                    + it.beginsWith0 + " that begin with 0 are to be expected");
        }
        if (it.beginsWith1 > 0) {
            long known = database.number(
                    "SELECT count(DISTINCT imei) FROM seen SEMI JOIN tacs ON tacs.tac = imei // 10000000"
                            + " WHERE fault IS NULL AND imei >= 10000000000000 AND imei < 20000000000000");
            share(
                    "IMEIs that name a known model once a 0 is put in front",
                    known,
                    it.beginsWith1,
                    terms.guards().lostZeroMax());
        }
    }

    private void days(OperatorFileName name, Measured it) {
        if (it.firstDay != null && it.firstDay.isBefore(name.from())) {
            passed.add("the first day in it is " + it.firstDay + ", its name begins on " + name.from());
        }
        if (it.lastDay != null && it.lastDay.isAfter(name.to())) {
            passed.add("the last day in it is " + it.lastDay + ", its name ends on " + name.to());
        }
    }

    /** After a gap longer than the history there is nothing to compare with, and the file is taken. */
    private void history(OperatorFileName name) {
        ArchiveTerms.Guards guards = terms.guards();
        List<List<Double>> before = database.rows(
                Database.query(
                        "history",
                        Map.of(
                                "operator", name.operator(),
                                "from", name.from(),
                                "days", guards.dailyHistoryDays())),
                row -> List.of(row.getDouble(1), row.getDouble(2), row.getDouble(3), row.getDouble(4)));
        if (before.getFirst().getFirst() == 0) {
            return;
        }
        List<Double> now = database.rows(
                        Database.query("daily", Map.of()),
                        row -> List.of(row.getDouble(1), row.getDouble(2), row.getDouble(3)))
                .getFirst();
        String[] what = {"IMEIs", "IMSIs", "MSISDNs"};
        for (int i = 0; i < what.length; i++) {
            double average = before.getFirst().get(i + 1);
            if (now.get(i) < guards.dailyMin() * average) {
                passed.add(String.format(
                        Locale.ROOT,
                        "%s a day: %.1f, at least %.2f of the %.1f of the %d days before",
                        what[i],
                        now.get(i),
                        guards.dailyMin(),
                        average,
                        guards.dailyHistoryDays()));
            }
        }
    }

    private static @Nullable LocalDate day(@Nullable Date day) {
        return day == null ? null : day.toLocalDate();
    }
}
