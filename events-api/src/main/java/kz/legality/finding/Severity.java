package kz.legality.finding;

/** How much a finding weighs, the lightest first. Below {@link #MEDIUM} it puts no refund in question. */
public enum Severity {
    INFO,
    WARN,
    MEDIUM,
    HIGH,
    CRITICAL;

    /** Whether a refund that rests on such a phone must be looked at before it is paid. */
    public boolean putsARefundInQuestion() {
        return compareTo(MEDIUM) >= 0;
    }
}
