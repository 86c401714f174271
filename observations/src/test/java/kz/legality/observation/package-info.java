@NullMarked
package kz.legality.observation;

import org.jspecify.annotations.NullMarked;
