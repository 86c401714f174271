package kz.legality.simulation;

import java.nio.file.Path;

/**
 * One file of the nation.
 *
 * @param kind as {@code ./ledger ingest} names it
 * @param rows without the header
 */
public record WrittenFile(Path path, String kind, long rows) {}
