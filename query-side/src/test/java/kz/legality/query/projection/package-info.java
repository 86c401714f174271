@NullMarked
package kz.legality.query.projection;

import org.jspecify.annotations.NullMarked;
