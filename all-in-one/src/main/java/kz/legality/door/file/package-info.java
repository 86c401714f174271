/** Where files come in over HTTP, and where their receipts and quarantined rows are asked for. */
@NullMarked
package kz.legality.door.file;

import org.jspecify.annotations.NullMarked;
