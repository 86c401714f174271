/** Measures the ledger beside what it could have been built on, and prints Markdown tables. */
@NullMarked
package kz.legality.bench;

import org.jspecify.annotations.NullMarked;
