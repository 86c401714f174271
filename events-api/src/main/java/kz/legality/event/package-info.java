/** What every stored event has in common: when it happened, who said so, and the name it is stored under. */
@NullMarked
package kz.legality.event;

import org.jspecify.annotations.NullMarked;
