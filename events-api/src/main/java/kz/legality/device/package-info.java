/** The legal life of one IMEI: its events, the state they fold to, what follows from them, and where it stands. */
@NullMarked
package kz.legality.device;

import org.jspecify.annotations.NullMarked;
