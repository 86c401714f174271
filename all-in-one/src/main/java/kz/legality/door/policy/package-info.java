/** The rules in force, and what a change of them would do, over HTTP. */
@NullMarked
package kz.legality.door.policy;

import org.jspecify.annotations.NullMarked;
