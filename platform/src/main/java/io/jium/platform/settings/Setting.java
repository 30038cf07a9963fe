package io.jium.platform.settings;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Describes one component of a settings record. */
@Target(ElementType.RECORD_COMPONENT)
@Retention(RetentionPolicy.RUNTIME)
public @interface Setting {

    /**
     * The environment variable; with {@code _FILE} appended it names a file that holds the value.
     */
    String name();

    /** The value when the variable is absent; empty means none. */
    String standard() default "";

    /** One sentence for the generated reference. */
    String help();

    /** Never shown in logs. */
    boolean secret() default false;
}
