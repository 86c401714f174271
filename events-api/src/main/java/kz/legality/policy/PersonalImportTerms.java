package kz.legality.policy;

import java.time.Period;
import org.jspecify.annotations.Nullable;

/**
 * What a person may bring in for himself without declaring it ({@code personalImport}; F18, R7).
 *
 * @param max devices of one person within the window; a device with several IMEIs is one
 * @param window the length of time that ends with the newest of them, where they are not counted by calendar year
 * @param maxWindow in which the devices are counted; null is {@link Window#ROLLING}
 * @param perTracking devices under one tracking number; null where there is no such bound
 * @param valueCapMRP value of all of them together, in units of the jurisdiction's {@code fee.mrp}; null where there is none
 * @param valueCapWindow in which the value is summed; null is {@link Window#ROLLING}
 */
public record PersonalImportTerms(
        int max,
        Period window,
        @Nullable Window maxWindow,
        @Nullable Integer perTracking,
        @Nullable Integer valueCapMRP,
        @Nullable Window valueCapWindow) {
    /** How a year is counted. */
    public enum Window {
        /** From the first of January in the policy's zone. */
        CALENDAR_YEAR,
        /** As {@code window}. */
        ROLLING
    }

    public static PersonalImportTerms kazakhstan() {
        return new PersonalImportTerms(2, Period.ofYears(1), Window.CALENDAR_YEAR, 2, 360, Window.CALENDAR_YEAR);
    }
}
