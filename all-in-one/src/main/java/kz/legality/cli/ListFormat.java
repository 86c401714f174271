package kz.legality.cli;

/** How a list is written. */
enum ListFormat {
    /** A zip of CSV files, as a DIRBS operator reads them: the list whole, and a file for each reason of a change. */
    DIRBS,
    CSV,
    JSONL
}
