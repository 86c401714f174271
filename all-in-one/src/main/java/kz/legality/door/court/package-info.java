/** The court's pages: a history is asked for under a case and an order, followed, taken and checked. */
@NullMarked
package kz.legality.door.court;

import org.jspecify.annotations.NullMarked;
