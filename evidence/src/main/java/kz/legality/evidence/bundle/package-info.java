/** Bundles of evidence: what the log, the map and the events say of some devices, in one file that proves itself. */
@NullMarked
package kz.legality.evidence.bundle;

import org.jspecify.annotations.NullMarked;
