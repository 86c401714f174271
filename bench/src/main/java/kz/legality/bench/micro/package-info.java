/** Single operations, measured by JMH. */
@NullMarked
package kz.legality.bench.micro;

import org.jspecify.annotations.NullMarked;
