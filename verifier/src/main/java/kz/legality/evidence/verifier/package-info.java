/** Checks a bundle of evidence against a key the verifier brings along; knows nothing of the ledger that made it. */
@NullMarked
package kz.legality.evidence.verifier;

import org.jspecify.annotations.NullMarked;
