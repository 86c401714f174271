/** What was found in recorded facts, and what a person made of it: confirmed, or dismissed. */
@NullMarked
package kz.legality.finding;

import org.jspecify.annotations.NullMarked;
