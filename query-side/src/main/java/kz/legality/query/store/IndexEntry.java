package kz.legality.query.store;

/**
 * One place where a document stands in an index. A document may stand in an index more than once, by different sort
 * keys; it is then read once for each.
 *
 * @param index a name as {@link KeyText#name} allows
 * @param sortKey orders by its UTF-8 bytes, and then by the document's key; numbers and times must be padded
 */
public record IndexEntry(String index, String sortKey) {
    public IndexEntry {
        KeyText.name(index);
        KeyText.sortKey(sortKey);
    }

    /** Where {@code key} stands: index, sort key and key joined; orders as its parts do. */
    public String place(String key) {
        return index + KeyText.SEPARATOR + sortKey + KeyText.SEPARATOR + key;
    }
}
