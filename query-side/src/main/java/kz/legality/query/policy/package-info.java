/** What a policy would change, before it is activated. */
@NullMarked
package kz.legality.query.policy;

import org.jspecify.annotations.NullMarked;
