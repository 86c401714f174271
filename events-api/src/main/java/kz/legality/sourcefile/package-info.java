/** The life of a file somebody sent: received, its rows recorded or quarantined, mended, completed. */
@NullMarked
package kz.legality.sourcefile;

import org.jspecify.annotations.NullMarked;
