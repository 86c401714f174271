/** What the ledger says about its own evidence: roots it committed to, bundles that were asked for, issued and looked at. */
@NullMarked
package kz.legality.evidence;

import org.jspecify.annotations.NullMarked;
