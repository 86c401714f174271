/** What is asked and ordered of one device over HTTP. */
@NullMarked
package kz.legality.door.device;

import org.jspecify.annotations.NullMarked;
