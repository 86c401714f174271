/** What tracing makes of facts, in whatever order they come and whatever a person says of it. */
@NullMarked
package kz.legality.query.finding;

import org.jspecify.annotations.NullMarked;
