/** The rules by which recorded facts are judged: each a named value, a pure function of a dossier, in one book. */
@NullMarked
package kz.legality.rule;

import org.jspecify.annotations.NullMarked;
