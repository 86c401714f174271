/** The rules that keep the domain a domain. */
@NullMarked
package kz.legality.architecture;

import org.jspecify.annotations.NullMarked;
