/** Measurements to be run by hand; no test. */
@NullMarked
package kz.legality.query.measure;

import org.jspecify.annotations.NullMarked;
