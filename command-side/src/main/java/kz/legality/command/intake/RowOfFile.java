package kz.legality.command.intake;

import java.util.ArrayList;
import java.util.List;
import kz.legality.identifier.FileHash;
import kz.legality.identifier.Malformed;

/**
 * A row of a file that was sent before. Where a mended row fails again it waits in both files: then the quarantine's CSV
 * names both, with a space between, and mending it once is enough.
 */
record RowOfFile(FileHash file, long row) {
    /** How often a row may fail and be sent again. */
    static final int NAMED_MAX = 16;

    /** Reads the two cells; what is not the name of a row is no claim to mend one. */
    static List<RowOfFile> named(String files, String rows) {
        if (files.isEmpty()) {
            return List.of();
        }
        String[] hashes = files.split(" ", NAMED_MAX + 1);
        String[] numbers = rows.split(" ", NAMED_MAX + 1);
        List<RowOfFile> named = new ArrayList<>(hashes.length);
        try {
            for (int i = 0; i < Math.min(hashes.length, numbers.length); i++) {
                named.add(new RowOfFile(new FileHash(hashes[i]), Long.parseLong(numbers[i])));
            }
        } catch (Malformed | NumberFormatException e) {
            return List.of();
        }
        return List.copyOf(named);
    }
}
