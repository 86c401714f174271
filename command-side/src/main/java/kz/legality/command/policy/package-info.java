/** Policy files, and the activation of what they say. */
@NullMarked
package kz.legality.command.policy;

import org.jspecify.annotations.NullMarked;
