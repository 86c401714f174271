package kz.legality.query.store.mongodb;

/** Where a commit by journal stands, for tests that crash it there. */
enum CommitStep {
    /** The batch is written down; a crash here leaves chunks that nobody names, and nothing else. */
    JOURNAL_WRITTEN,
    /** The token names the batch: from here on it is committed, and whoever claims the segment completes it. */
    TOKEN_NAMES_BATCH,
    /** Some operations are done; a crash here is mended by doing all of them again. */
    HALF_DONE,
    /** All operations are done, but the token does not say so yet. */
    DONE,
    /** The token has moved on; a crash here leaves chunks to be swept. */
    TOKEN_MOVED
}
