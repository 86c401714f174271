package kz.legality.finding;

/**
 * An honest explanation that was looked at before the finding was raised.
 *
 * @param explanation a stable name, such as {@code RE_IMPORT} or {@code AMBIGUOUS_CLONE}
 * @param applies whether it holds; then the finding weighs less than it would
 * @param detail one sentence for the reader
 */
public record Considered(String explanation, boolean applies, String detail) {}
