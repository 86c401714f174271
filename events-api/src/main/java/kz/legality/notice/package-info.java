/** What owners were told of their devices: when, by which channel, in which language, and whether it arrived. */
@NullMarked
package kz.legality.notice;

import org.jspecify.annotations.NullMarked;
