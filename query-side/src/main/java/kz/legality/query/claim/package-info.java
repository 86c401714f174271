/** Refund claims with the VAT at risk on them, phone by phone, and companies between which goods move. */
@NullMarked
package kz.legality.query.claim;

import org.jspecify.annotations.NullMarked;
