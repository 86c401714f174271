package kz.legality.query.projection;

/** What is made of the events, as pure functions; reading, writing and going on after a crash are the projector's. */
public sealed interface View permits StateView, RowView {
    /** The view's name in the read store. */
    String name();

    /**
     * Changes whenever the same events would lead to other documents; a view kept under another revision is rebuilt
     * from the first event when the projector starts.
     */
    String revision();

    /** Whether events of this stream are for it; asked before an event is deserialised. */
    boolean takes(String stream);
}
