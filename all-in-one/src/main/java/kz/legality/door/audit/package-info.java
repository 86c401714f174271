/** The auditor's pages: refund cases, their phones, a device's history, numbers checked by the file. */
@NullMarked
package kz.legality.door.audit;

import org.jspecify.annotations.NullMarked;
