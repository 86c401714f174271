package kz.legality.event;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The name and revision an event is stored under. The name stays when a class is renamed or moved; the revision grows
 * when the stored fields change, and an upcaster then reads the older one.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface StoredAs {
    String value();

    int revision() default 1;
}
