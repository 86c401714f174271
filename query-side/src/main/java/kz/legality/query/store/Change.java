package kz.legality.query.store;

/** What a batch does to one key of one view. */
public sealed interface Change {
    String key();

    /** The event that asks for the change. */
    long position();

    /** What stood under the key before the batch. */
    Before before();

    record Put(Document document, Before before) implements Change {
        @Override
        public String key() {
            return document.key();
        }

        @Override
        public long position() {
            return document.position();
        }
    }

    record Delete(String key, long position, Before before) implements Change {}

    /**
     * What the caller knows of the document that is overwritten. The store needs its index entries and its position;
     * where the caller knows them, the store does not read.
     */
    sealed interface Before {
        Before UNKNOWN = new Unknown();
        Before ABSENT = new Absent();

        record Unknown() implements Before {}

        record Absent() implements Before {}

        record Known(Document document) implements Before {}
    }
}
