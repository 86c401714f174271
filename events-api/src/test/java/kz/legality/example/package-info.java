/** Devices, persons, companies and facts for tests: fixed ones with true check digits, and seeded random ones. */
@NullMarked
package kz.legality.example;

import org.jspecify.annotations.NullMarked;
