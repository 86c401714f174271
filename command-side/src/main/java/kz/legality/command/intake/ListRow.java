package kz.legality.command.intake;

import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import kz.legality.event.LedgerEvent;
import kz.legality.event.Source;
import kz.legality.identifier.Malformed;
import kz.legality.listing.ListEntry;
import kz.legality.sourcefile.FileKind;

/**
 * An entry of one of the lists that DIRBS reads. Without the column {@code change_type} a file is the whole list; with it,
 * each row says what becomes of its entry. Names of columns are taken in any case, as DIRBS takes them.
 */
abstract class ListRow implements RowForm {
    /** What becomes of an entry. */
    enum Change {
        ADD,
        REMOVE,
        UPDATE;

        String written() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final FileKind list;
    private final Received received;
    private final Columns columns = new Columns();
    private final Column<Change> change;

    /**
     * The file an entry came with.
     *
     * @param at when it came: what its entries count from that name no day of their own
     */
    record Received(Instant at, String sender) {}

    ListRow(FileKind list, Received received, Set<Change> changes) {
        this.list = list;
        this.received = received;
        this.change = columns.optional("change_type", cell -> changeOf(cell, changes));
    }

    private static Change changeOf(String cell, Set<Change> changes) {
        return changes.stream()
                .filter(it -> it.written().equals(cell.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new Malformed("the change of an entry is one of "
                        + Arrays.stream(Change.values())
                                .filter(changes::contains)
                                .map(Change::written)
                                .collect(Collectors.joining(", "))
                        + "; this is none"));
    }

    @Override
    public final FileKind kind() {
        return list;
    }

    @Override
    public final Columns columns() {
        return columns;
    }

    @Override
    public final String columnName(String cell) {
        return cell.strip().toLowerCase(Locale.ROOT);
    }

    @Override
    public final LedgerEvent read(Row row, Source.FileRow source) {
        LedgerEvent entered = entered(row, source);
        return saysChanges(row) && row.the(change) == Change.REMOVE
                ? ListEntry.of(entered).orElseThrow().ending(received.at, source, received.sender)
                : entered;
    }

    /** What the row does to its entry; a row of a whole list enters it. */
    final Change changeIn(Row row) {
        return saysChanges(row) ? row.the(change) : Change.ADD;
    }

    final boolean saysChanges(Row row) {
        return row.has(change);
    }

    final boolean saysChanges(Header header) {
        return header.places()[change.ordinal()] >= 0;
    }

    final String list() {
        return list.written();
    }

    final Instant receivedAt() {
        return received.at;
    }

    final String sender() {
        return received.sender;
    }

    /** The entry as it is when it is in force. */
    abstract LedgerEvent entered(Row row, Source.FileRow source);
}
