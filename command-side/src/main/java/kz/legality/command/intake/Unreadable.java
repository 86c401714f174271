package kz.legality.command.intake;

import java.io.IOException;

/** Thrown when a file as a whole cannot be taken as its kind. The message is the reason its sender is given. */
final class Unreadable extends IOException {
    private static final long serialVersionUID = 1L;

    Unreadable(String reason) {
        super(reason);
    }

    Unreadable(String reason, Throwable cause) {
        super(reason, cause);
    }
}
