package kz.legality.command.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import kz.legality.command.intake.OpenRows.OpenRowsOfFile;
import kz.legality.command.intake.RowReading.Flawed;
import kz.legality.command.intake.RowReading.Readable;
import kz.legality.device.DeviceEvent.DeviceDeclared;
import kz.legality.event.LedgerEvent;
import kz.legality.event.Source;
import kz.legality.identifier.FileHash;
import kz.legality.policy.Policies;
import kz.legality.sourcefile.FileEvent;
import kz.legality.sourcefile.FileEvent.QuarantinedRow;
import kz.legality.sourcefile.FileEvent.RowsMended;
import kz.legality.sourcefile.FileEvent.RowsQuarantined;
import kz.legality.sourcefile.FileEvent.RowsRecorded;
import kz.legality.sourcefile.SourceFile;

/** What a stretch of rows leads to: each row is decided after those before it, in the order of the file. */
final class BatchDecision {
    /** Keeps an event small enough to be read, sent and shown as one. */
    static final int QUARANTINED_IN_AN_EVENT_MAX = 100;

    private final FileHash hash;
    private final Batch batch;
    private final Function<LedgerEvent, FactStream> streams;
    private final OpenRows openRows;
    private final Append append;

    private final Map<String, FactStream> facts = new HashMap<>();
    private final DeclaredDevices declarations;
    private final List<QuarantinedRow> quarantined = new ArrayList<>();
    private final Map<FileHash, Set<Long>> mended = new LinkedHashMap<>();
    private SourceFile file;
    private long events;

    /**
     * @param streams of the facts, as the store holds them
     * @param others the streams that a fact may touch beside its own
     */
    BatchDecision(
            FileHash hash,
            SourceFile file,
            Batch batch,
            Function<LedgerEvent, FactStream> streams,
            Streams others,
            Policies policies,
            OpenRows openRows,
            Append append) {
        this.hash = hash;
        this.file = file;
        this.batch = batch;
        this.streams = streams;
        this.openRows = openRows;
        this.append = append;
        this.declarations = new DeclaredDevices(facts, others, policies, append);
    }

    /** The file's state once the events are stored. */
    SourceFile decide() {
        for (RowReading row : batch.rows()) {
            switch (row) {
                case Readable readable -> record(readable);
                case Flawed flawed -> quarantined.add(flawed.row());
            }
        }
        mend();
        quarantine();
        add(new RowsRecorded(
                hash,
                append.recordedAt(),
                source(),
                batch.fromRow(),
                batch.toRow(),
                batch.rows().size() - quarantined.size(),
                quarantined.size(),
                events));
        return file;
    }

    /** The streams that were written to, or would have been were the rows not known. */
    Set<String> touched() {
        return facts.keySet();
    }

    private void record(Readable row) {
        FactStream stream = facts.computeIfAbsent(row.fact().stream(), unread -> streams.apply(row.fact()));
        if (row.fact() instanceof DeviceDeclared declared) {
            events += declarations.record(declared);
        } else {
            long sequence = stream.nextSequence();
            for (LedgerEvent event : stream.record(row.fact(), append.recordedAt())) {
                append.add(event, sequence++);
                events++;
            }
        }
        for (RowOfFile earlier : row.mends()) {
            if (openRows.of(earlier.file()).waits(earlier.row())) {
                mended.computeIfAbsent(earlier.file(), none -> new LinkedHashSet<>())
                        .add(earlier.row());
            }
        }
    }

    private void mend() {
        mended.forEach((earlier, rows) -> {
            OpenRowsOfFile open = openRows.of(earlier);
            RowsMended event = new RowsMended(earlier, append.recordedAt(), source(), List.copyOf(rows), hash);
            append.add(event, open.nextSequence());
            open.apply(event);
        });
    }

    private void quarantine() {
        for (int from = 0; from < quarantined.size(); from += QUARANTINED_IN_AN_EVENT_MAX) {
            int to = Math.min(quarantined.size(), from + QUARANTINED_IN_AN_EVENT_MAX);
            add(new RowsQuarantined(hash, append.recordedAt(), source(), List.copyOf(quarantined.subList(from, to))));
        }
    }

    private void add(FileEvent event) {
        append.add(event, file.nextSequence());
        file = file.after(event);
    }

    private Source source() {
        return new Source.FileRow(hash, batch.toRow());
    }
}
