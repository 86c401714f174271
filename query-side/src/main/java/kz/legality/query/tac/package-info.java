/** What the industry's catalogue says today of each type allocation code. */
@NullMarked
package kz.legality.query.tac;

import org.jspecify.annotations.NullMarked;
