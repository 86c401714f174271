@NullMarked
package kz.legality.query.device;

import org.jspecify.annotations.NullMarked;
