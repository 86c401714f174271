package kz.legality.door.answer;

import java.util.List;
import kz.legality.observation.ObservationArchive;

/**
 * What verifying the archive of observations found. Names files, no device and no subscriber.
 *
 * @param parts files that the ledger names and the archive should hold
 * @param bytes of those that are there
 * @param damages files that are missing or not what the ledger says
 */
public record ArchiveAnswer(boolean sound, int parts, long bytes, List<ObservationArchive.Damage> damages) {
    public static ArchiveAnswer of(ObservationArchive.Verified found) {
        return new ArchiveAnswer(found.damages().isEmpty(), found.parts(), found.bytes(), found.damages());
    }
}
