/** Takes in files: every row becomes a fact of its device or code, or waits in quarantine to be mended. */
@NullMarked
package kz.legality.command.intake;

import org.jspecify.annotations.NullMarked;
