/** Carries events into views: what stands between Axon's event processors and the read store. */
@NullMarked
package kz.legality.query.projection;

import org.jspecify.annotations.NullMarked;
