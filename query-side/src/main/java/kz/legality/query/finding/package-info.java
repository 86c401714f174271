/** Findings as they are asked for, and the tracing that raises and withdraws them. */
@NullMarked
package kz.legality.query.finding;

import org.jspecify.annotations.NullMarked;
