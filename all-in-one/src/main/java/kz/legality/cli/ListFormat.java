package kz.legality.cli;

/** How a list is written. */
enum ListFormat {
    /** A zip with one CSV of {@code imei,block_date,reasons}, as a DIRBS operator reads it. */
    DIRBS,
    CSV,
    JSONL
}
