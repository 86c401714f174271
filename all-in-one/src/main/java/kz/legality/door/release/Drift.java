package kz.legality.door.release;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import kz.legality.identifier.Imei;

/**
 * How what an operator's register holds differs from a release. IMEIs are compared by 14 digits.
 *
 * @param holds how many different IMEIs it holds
 * @param firstMissing the first of those of the release that it lacks, at most {@value #SHOWN_MAX}
 * @param firstUnexpected the first of those it holds that the release does not have
 */
public record Drift(
        long holds, long missing, long unexpected, List<String> firstMissing, List<String> firstUnexpected) {
    public static final int SHOWN_MAX = 1_000;

    /**
     * Compares a release with a register.
     *
     * @param shown the lines of the release that are the operator's to hold
     * @param held the first 14 digits of each IMEI in the register, in any order
     */
    public static Drift between(Path releaseLines, Predicate<String> shown, LongStream held) {
        long[] theirs = held.sorted().distinct().toArray();
        boolean[] found = new boolean[theirs.length];
        List<String> firstMissing = new ArrayList<>();
        long[] missing = {0};
        // One IMEI may stand there with several subscribers, and stands in a register once.
        String[] last = {""};
        ReleaseShelf.eachLine(releaseLines, line -> {
            String key = ReleaseRow.imeiOf(line).substring(0, Imei.KEY_DIGITS);
            if (key.equals(last[0]) || !shown.test(line)) {
                return;
            }
            last[0] = key;
            int at = Arrays.binarySearch(theirs, Long.parseLong(key));
            if (at >= 0) {
                found[at] = true;
            } else {
                missing[0]++;
                if (firstMissing.size() < SHOWN_MAX) {
                    firstMissing.add(key);
                }
            }
        });
        List<String> firstUnexpected = new ArrayList<>();
        long unexpected = 0;
        for (int i = 0; i < theirs.length; i++) {
            if (!found[i]) {
                unexpected++;
                if (firstUnexpected.size() < SHOWN_MAX) {
                    firstUnexpected.add(String.format(Locale.ROOT, "%014d", theirs[i]));
                }
            }
        }
        return new Drift(theirs.length, missing[0], unexpected, firstMissing, firstUnexpected);
    }
}
