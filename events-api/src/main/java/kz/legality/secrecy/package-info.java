/**
 * Personal fields: sealed under a key of their subject before they are stored, found again by keyed pseudonym, and
 * unreadable for ever once that key is destroyed.
 */
@NullMarked
package kz.legality.secrecy;

import org.jspecify.annotations.NullMarked;
