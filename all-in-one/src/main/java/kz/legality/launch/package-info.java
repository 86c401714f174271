/** Opens a data directory and puts both sides together in one process. */
@NullMarked
package kz.legality.launch;

import org.jspecify.annotations.NullMarked;
