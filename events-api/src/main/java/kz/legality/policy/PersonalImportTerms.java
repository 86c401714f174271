package kz.legality.policy;

import java.time.Period;
import org.jspecify.annotations.Nullable;

/**
 * What a person may bring in for himself without declaring it ({@code personalImport}; F18, R7).
 *
 * @param max devices of one person within the window; a device with several IMEIs is one
 * @param window the length of time that ends with the newest of them
 * @param perTracking devices under one tracking number; null where there is no such bound
 * @param valueCapMRP value of all of them together, in units of the jurisdiction's {@code fee.mrp}; null where there is none
 * @param valueCapWindow in which the value is summed
 */
public record PersonalImportTerms(
        int max,
        Period window,
        @Nullable Integer perTracking,
        @Nullable Integer valueCapMRP,
        @Nullable ValueCapWindow valueCapWindow) {
    public enum ValueCapWindow {
        CALENDAR_YEAR,
        /** As {@code window}. */
        ROLLING
    }

    public static PersonalImportTerms kazakhstan() {
        return new PersonalImportTerms(2, Period.ofYears(1), 2, 360, ValueCapWindow.CALENDAR_YEAR);
    }
}
