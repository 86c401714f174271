package kz.legality.claim;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A tax period as forms write it: {@code 2026-Q1}, {@code 1 кв. 2026}, {@code 2026-03}, {@code 2026}. */
public final class TaxPeriod {
    private static final Pattern YEAR = Pattern.compile("(20\\d{2})");
    private static final Pattern QUARTER = Pattern.compile("[QqКк]\\s*([1-4])|([1-4])\\s*(?:[QqКк])");
    private static final Pattern MONTH = Pattern.compile("(?:^|\\D)(0[1-9]|1[0-2])(?:\\D|$)");

    private TaxPeriod() {}

    /** Its last day; where the text names no period, the day the claim was filed. */
    public static LocalDate endOf(String period, LocalDate filed) {
        Matcher year = YEAR.matcher(period);
        if (!year.find()) {
            return filed;
        }
        int y = Integer.parseInt(year.group(1));
        Matcher quarter = QUARTER.matcher(period);
        if (quarter.find()) {
            String q = quarter.group(1) == null ? quarter.group(2) : quarter.group(1);
            return YearMonth.of(y, 3 * Integer.parseInt(q)).atEndOfMonth();
        }
        Matcher month = MONTH.matcher(period.replace(year.group(1), "-"));
        return month.find()
                ? YearMonth.of(y, Integer.parseInt(month.group(1))).atEndOfMonth()
                : LocalDate.of(y, 12, 31);
    }
}
