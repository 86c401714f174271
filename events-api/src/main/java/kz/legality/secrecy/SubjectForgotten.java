package kz.legality.secrecy;

/** Thrown when something is to be sealed for a subject whose key was destroyed. */
public final class SubjectForgotten extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Subject subject;

    public SubjectForgotten(Subject subject) {
        super("the key of subject " + subject.id() + " was destroyed; nothing new can be recorded about it");
        this.subject = subject;
    }

    /** Whose key it was. */
    public Subject subject() {
        return subject;
    }
}
