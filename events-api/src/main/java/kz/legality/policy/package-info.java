/** The law's terms as dated, versioned data: no rule holds a number of its own. */
@NullMarked
package kz.legality.policy;

import org.jspecify.annotations.NullMarked;
