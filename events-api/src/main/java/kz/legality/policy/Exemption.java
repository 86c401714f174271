package kz.legality.policy;

/** Whom the rules leave alone ({@code exempt}). */
public enum Exemption {
    /** A subscriber of a foreign network who roams here: the MCC of his IMSI is none of {@code home.mcc}. */
    INBOUND_ROAMER,
    /** Machines that talk to machines. */
    M2M
}
