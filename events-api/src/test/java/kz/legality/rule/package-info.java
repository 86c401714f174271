/** What each rule finds, case by case, and the page that says so. */
@NullMarked
package kz.legality.rule;

import org.jspecify.annotations.NullMarked;
