package kz.legality.command.intake;

import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kz.legality.identifier.FileHash;
import kz.legality.secrecy.FieldSeal;
import kz.legality.secrecy.Personal;
import kz.legality.sourcefile.FileEvent;
import kz.legality.sourcefile.FileEvent.FileReceived;
import kz.legality.sourcefile.FileEvent.QuarantinedRow;
import kz.legality.sourcefile.FileEvent.RowsMended;
import kz.legality.sourcefile.FileEvent.RowsQuarantined;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;

/** The rows of one file that wait to be mended. Their cells are sealed; who has the keys opens them. */
public final class Quarantine {
    private final FileReceived received;
    private final EventStore eventStore;

    Quarantine(FileReceived received, EventStore eventStore) {
        this.received = received;
        this.eventStore = eventStore;
    }

    /**
     * A row that waits.
     *
     * @param row counted from 1 without the header
     * @param column the first column at fault; empty where it is the row as a whole
     * @param reason everything wrong with it, without what stands in it
     * @param cells one CSV record with commas in the order of {@link #columns()}
     * @param place what the cells are sealed for
     */
    public record Waiting(long row, String column, String reason, Personal<String> cells, FieldSeal.Place place) {}

    public FileHash file() {
        return received.file();
    }

    /** The file's header in its order. */
    public List<String> columns() {
        return received.columns();
    }

    /** In the order of the file, read from the store as they are asked for. */
    public Stream<Waiting> rows() {
        BitSet mended = new BitSet();
        events().map(DomainEventMessage::getPayload).forEach(event -> {
            if (event instanceof RowsMended it) {
                it.rows().forEach(row -> mended.set(Math.toIntExact(row)));
            }
        });
        return events().flatMap(Quarantine::quarantinedBy).filter(it -> !mended.get(Math.toIntExact(it.row())));
    }

    private static Stream<Waiting> quarantinedBy(DomainEventMessage<?> message) {
        if (!(message.getPayload() instanceof RowsQuarantined event)) {
            return Stream.empty();
        }
        List<QuarantinedRow> rows = event.rows();
        return IntStream.range(0, rows.size())
                .mapToObj(i -> new Waiting(
                        rows.get(i).row(),
                        rows.get(i).column(),
                        rows.get(i).reason(),
                        rows.get(i).cells(),
                        new FieldSeal.Place(message.getIdentifier(), "rows[" + i + "].cells")));
    }

    private Stream<? extends DomainEventMessage<?>> events() {
        return eventStore.readEvents(FileEvent.streamOf(file()), 0).asStream();
    }
}
