/** What is known of a VAT refund claim: the export items it rests on, and what it asks back for each. */
@NullMarked
package kz.legality.claim;

import org.jspecify.annotations.NullMarked;
