@NullMarked
package kz.legality.query.list;

import org.jspecify.annotations.NullMarked;
