package kz.legality.command.intake;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import kz.legality.device.DeviceEvent;
import kz.legality.identifier.FileHash;
import kz.legality.sourcefile.FileEvent.ArchivedPart;

/** The archive of what operators saw, as far as the intake needs it. What it is asked again it answers again. */
public interface Observations {
    /** A file that is not to be taken, and why; the reason names no subscriber. */
    final class NotTaken extends Exception {
        private static final long serialVersionUID = 1L;

        public NotTaken(String reason) {
            super(reason);
        }
    }

    /** A row that could not be read; in the clear, to be sealed at once. */
    record Unread(long row, String column, String reason, String cells) {
        @Override
        public String toString() {
            return "Unread[row=" + row + ", column=" + column + "]";
        }
    }

    /** A file that is in the archive, and counts as soon as an event says so. */
    record Archived(
            String operator,
            LocalDate from,
            LocalDate to,
            List<String> columns,
            long rows,
            long duplicates,
            long malformed,
            List<Unread> quarantined,
            List<ArchivedPart> parts) {}

    /**
     * Takes an operator's file into the archive.
     *
     * @param name as its sender calls it: it says whose file it is and which days it covers
     */
    Archived take(FileHash file, String name, Path sent, Instant now) throws IOException, NotTaken;

    /** What a file of observations proves about devices, by everything that is recorded now. */
    List<DeviceEvent.Fact> provenBy(FileHash observations);

    /** What the archive knew about devices that a file of customs or of blocks names. */
    List<DeviceEvent.Fact> knownBefore(FileHash customsOrBlocks);

    /** What files of observations prove by the catalogue of models, as a file of it leaves it. */
    List<DeviceEvent.Fact> provenByCatalogue(FileHash catalogue);

    /** A ledger without an archive takes no operator's file. */
    Observations NONE = new Observations() {
        @Override
        public Archived take(FileHash file, String name, Path sent, Instant now) throws NotTaken {
            throw new NotTaken("this ledger keeps no archive of what operators see");
        }

        @Override
        public List<DeviceEvent.Fact> provenBy(FileHash observations) {
            return List.of();
        }

        @Override
        public List<DeviceEvent.Fact> knownBefore(FileHash customsOrBlocks) {
            return List.of();
        }

        @Override
        public List<DeviceEvent.Fact> provenByCatalogue(FileHash catalogue) {
            return List.of();
        }
    };
}
