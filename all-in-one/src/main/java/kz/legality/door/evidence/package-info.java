/** The log for everybody, and bundles of evidence for those who have a case. */
@NullMarked
package kz.legality.door.evidence;

import org.jspecify.annotations.NullMarked;
