package kz.legality.query.equipment;

import java.util.Set;
import java.util.stream.Collectors;
import kz.legality.device.ListStatus;
import kz.legality.query.device.DevicesView;
import kz.legality.query.store.Document;
import kz.legality.query.store.IndexEntry;
import kz.legality.secrecy.Pseudonym;

/**
 * What a network is told about one IMEI.
 *
 * @param key the IMEI's first 14 digits as a number
 * @param exceptions subscribers who are served with it although its status would not let them
 */
public record Equipment(long key, ListStatus status, Set<Pseudonym> exceptions) {
    /** Fits 47 bits. */
    static final long KEY_MAX = 99_999_999_999_999L;

    private static final int STATUS_BITS = 3;
    /** An entry of the table is never 0. */
    private static final long PRESENT = 1L << STATUS_BITS;

    private static final long HAS_EXCEPTIONS = 1L << (STATUS_BITS + 1);
    private static final ListStatus[] STATUSES = ListStatus.values();

    public Equipment {
        if (key < 0 || key > KEY_MAX) {
            throw new IllegalArgumentException("not the 14 digits of an IMEI: " + key);
        }
        exceptions = Set.copyOf(exceptions);
    }

    /** By where the document stands in its indexes: its JSON, the greater part of it, is not read. */
    static Equipment of(Document device) {
        Set<Pseudonym> exceptions = Set.of();
        ListStatus status = ListStatus.UNKNOWN;
        for (IndexEntry entry : device.entries()) {
            if (entry.index().equals(DevicesView.LIST)) {
                status = ListStatus.valueOf(entry.sortKey());
            } else if (entry.index().equals(DevicesView.EXCEPTION)) {
                exceptions = device.entries().stream()
                        .filter(it -> it.index().equals(DevicesView.EXCEPTION))
                        .map(it -> new Pseudonym(it.sortKey()))
                        .collect(Collectors.toSet());
            }
        }
        return new Equipment(Long.parseLong(device.key()), status, exceptions);
    }

    long said() {
        return PRESENT | (exceptions.isEmpty() ? 0 : HAS_EXCEPTIONS) | status.ordinal();
    }

    static ListStatus status(long said) {
        return STATUSES[(int) (said & (PRESENT - 1))];
    }

    static boolean hasExceptions(long said) {
        return (said & HAS_EXCEPTIONS) != 0;
    }
}
