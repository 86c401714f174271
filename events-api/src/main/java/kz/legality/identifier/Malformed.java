package kz.legality.identifier;

/**
 * Thrown when a text is not the identifier or value it was given as. The message is a sentence for the person who sent
 * the text: it says what was expected and what was found, and never repeats the text. That may be a person's number in
 * the wrong column, and the sentence is kept in the clear beside the row.
 */
public final class Malformed extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    public Malformed(String message) {
        super(message);
    }
}
