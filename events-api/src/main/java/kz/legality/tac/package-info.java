/** What the industry's catalogue says of a model. */
@NullMarked
package kz.legality.tac;

import org.jspecify.annotations.NullMarked;
