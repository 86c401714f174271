/** The lists that operators of DIRBS keep, and what stands on them. */
@NullMarked
package kz.legality.listing;

import org.jspecify.annotations.NullMarked;
