/** Rows of files as the tests of doors and command line send them. */
@NullMarked
package kz.legality.sample;

import org.jspecify.annotations.NullMarked;
