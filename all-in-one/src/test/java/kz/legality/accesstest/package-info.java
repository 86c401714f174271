/** A small server with a controller behind every address, to try the doors of. Outside the packages the product scans. */
@NullMarked
package kz.legality.accesstest;

import org.jspecify.annotations.NullMarked;
