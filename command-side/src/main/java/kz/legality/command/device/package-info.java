/** Takes commands about devices, lets the domain decide, and appends what it decided. */
@NullMarked
package kz.legality.command.device;

import org.jspecify.annotations.NullMarked;
