@org.jspecify.annotations.NullMarked
package kz.legality.release;
