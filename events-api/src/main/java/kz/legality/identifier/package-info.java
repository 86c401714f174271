/** The identifiers of devices, persons, companies and papers: each refuses at construction what is not one. */
@NullMarked
package kz.legality.identifier;

import org.jspecify.annotations.NullMarked;
