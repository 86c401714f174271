/** The command line: each verb talks to the ledger that runs on the data directory, or opens the directory itself. */
@NullMarked
package kz.legality.cli;

import org.jspecify.annotations.NullMarked;
