package kz.legality.device;

import java.util.List;
import kz.legality.identifier.FileHash;
import org.jspecify.annotations.Nullable;

/**
 * What a measured fact rests on, so that whoever holds the archive of observations can measure again.
 *
 * @param files SHA-256 of the archive's files that held the rows, in ascending order
 * @param rows how many rows of theirs it rests on
 * @param detector the query that finds them
 * @param version of that query
 * @param reference of the export or block it was looked up for; null where it was for neither
 */
public record Evidence(
        List<FileHash> files,
        long rows,
        String detector,
        int version,
        @Nullable String reference) {
    public Evidence {
        files = List.copyOf(files);
    }
}
