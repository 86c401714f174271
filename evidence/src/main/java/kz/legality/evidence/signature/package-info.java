/** Electronic signatures under the papers of a bundle: who may give one, and how it gets into a PDF. */
@NullMarked
package kz.legality.evidence.signature;

import org.jspecify.annotations.NullMarked;
