/** The rules by which recorded facts are judged, and what they find: findings, which a person confirms or dismisses. */
@NullMarked
package kz.legality.finding;

import org.jspecify.annotations.NullMarked;
