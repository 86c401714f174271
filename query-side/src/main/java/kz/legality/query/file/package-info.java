/** What became of each file that was sent. */
@NullMarked
package kz.legality.query.file;

import org.jspecify.annotations.NullMarked;
