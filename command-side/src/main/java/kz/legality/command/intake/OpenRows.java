package kz.legality.command.intake;

import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kz.legality.identifier.FileHash;
import kz.legality.sourcefile.FileEvent;
import kz.legality.sourcefile.FileEvent.QuarantinedRow;
import kz.legality.sourcefile.FileEvent.RowsMended;
import kz.legality.sourcefile.FileEvent.RowsQuarantined;

/** The quarantined rows of earlier files that wait to be mended, as far as the file that is recorded has mended them. */
final class OpenRows {
    /** A mended file names one earlier file as a rule; one that names a thousand shall not fill the memory. */
    private static final int FILES_MAX = 64;

    private final Streams streams;
    private final Map<FileHash, OpenRowsOfFile> files = new LinkedHashMap<>();

    OpenRows(Streams streams) {
        this.streams = streams;
    }

    OpenRowsOfFile of(FileHash file) {
        OpenRowsOfFile known = files.get(file);
        if (known == null) {
            if (files.size() >= FILES_MAX) {
                files.remove(files.keySet().iterator().next());
            }
            known = OpenRowsOfFile.read(file, streams);
            files.put(file, known);
        }
        return known;
    }

    /** What was decided on them was not stored, or others stored more: they are read again when next asked for. */
    void forget() {
        files.clear();
    }

    /** Those of one file. */
    static final class OpenRowsOfFile {
        private final BitSet open = new BitSet();
        private long nextSequence;

        static OpenRowsOfFile read(FileHash file, Streams streams) {
            OpenRowsOfFile rows = new OpenRowsOfFile();
            streams.each(FileEvent.streamOf(file), message -> rows.apply((FileEvent) message.getPayload()));
            return rows;
        }

        long nextSequence() {
            return nextSequence;
        }

        boolean waits(long row) {
            return row > 0 && row <= Integer.MAX_VALUE && open.get((int) row);
        }

        void apply(FileEvent event) {
            nextSequence++;
            if (event instanceof RowsQuarantined quarantined) {
                quarantined.rows().stream().map(QuarantinedRow::row).forEach(row -> open.set(Math.toIntExact(row)));
            } else if (event instanceof RowsMended mended) {
                List<Long> rows = mended.rows();
                rows.forEach(row -> open.clear(Math.toIntExact(row)));
            }
        }
    }
}
