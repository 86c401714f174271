package kz.legality.finding;

/** What a person made of a finding. */
public enum Disposition {
    CONFIRMED,
    DISMISSED
}
