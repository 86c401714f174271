/** How views write their documents: JSON with names spelled out, times as RFC 3339 text, nothing for null. */
@NullMarked
package kz.legality.query.json;

import org.jspecify.annotations.NullMarked;
