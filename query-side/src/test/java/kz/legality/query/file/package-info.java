@NullMarked
package kz.legality.query.file;

import org.jspecify.annotations.NullMarked;
