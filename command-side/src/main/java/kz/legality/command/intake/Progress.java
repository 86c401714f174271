package kz.legality.command.intake;

/** Is told how far a file has come. Called from the receiving thread after every mebibyte hashed and every batch of rows. */
@FunctionalInterface
public interface Progress {
    /** For callers who do not watch. */
    Progress UNWATCHED = (phase, rows, bytesRead, bytesTotal) -> {};

    /** The three times a file is read from its beginning to its end. */
    enum Phase {
        /** Its SHA-256 is taken. */
        HASHING,
        /** Its header and its form are looked at before the first row is recorded. */
        CHECKING,
        /** Its rows are recorded. */
        RECORDING
    }

    /**
     * @param rows of the file dealt with in this phase; 0 while hashing
     * @param bytesRead of the file as sent, compressed if it is
     */
    void at(Phase phase, long rows, long bytesRead, long bytesTotal);
}
