package kz.legality.query.claim;

/** What the findings say of one phone; never that it left, for want of evidence proves nothing. */
public enum Verdict {
    /** No finding that weighs anything. */
    NO_EVIDENCE_AGAINST,
    /** Something a person may want to look at; no VAT stands on it. */
    DOUBTFUL,
    /** At least one open finding puts the refund in question. */
    IN_QUESTION,
    /** A person confirmed such a finding. */
    CONFIRMED,
    /** All that was found was dismissed by a person. */
    CLEARED
}
