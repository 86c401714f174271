/** What a bundle says, on paper, in three languages; knows the bundle's content and no proof. */
@NullMarked
package kz.legality.evidence.report;

import org.jspecify.annotations.NullMarked;
