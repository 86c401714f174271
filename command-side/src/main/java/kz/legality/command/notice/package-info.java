/** Tells owners what their devices' terms are, and keeps the proof of it. */
@NullMarked
package kz.legality.command.notice;

import org.jspecify.annotations.NullMarked;
