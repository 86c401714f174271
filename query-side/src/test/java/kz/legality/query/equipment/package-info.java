@org.jspecify.annotations.NullMarked
package kz.legality.query.equipment;
