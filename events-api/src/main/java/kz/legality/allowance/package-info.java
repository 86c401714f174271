/** What a person brought in for himself, how much of it he may, and which of his devices is beyond it. */
@NullMarked
package kz.legality.allowance;

import org.jspecify.annotations.NullMarked;
