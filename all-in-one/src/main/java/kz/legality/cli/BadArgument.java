package kz.legality.cli;

/** Thrown when a verb's arguments cannot be what they are; the message is the one line the user reads. */
final class BadArgument extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BadArgument(String message) {
        super(message);
    }
}
