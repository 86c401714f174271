/** The law of devices as scenarios, each run as a test and printed for readers. */
@NullMarked
package kz.legality.scenario;

import org.jspecify.annotations.NullMarked;
