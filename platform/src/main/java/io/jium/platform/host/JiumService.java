package io.jium.platform.host;

import io.jium.contracts.event.Event;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/**
 * Marks the one public type of a service. The service becomes a Spring context of its own, made of
 * the annotated class's package, with its own database, migrations ({@code db/<name>}) and web
 * layer.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Configuration(proxyBeanMethods = false)
@ComponentScan
@Import(ServiceDefaults.class)
public @interface JiumService {

    /** First segment of the service's addresses; its database is {@code <name>_db}. */
    String name();

    /** Contracts this service calls. The last segment of a contract's package names its owner. */
    Class<?>[] needs() default {};

    /**
     * Contracts that several services answer, this one among them: a call goes to all of them that
     * run in the process.
     */
    Class<?>[] answers() default {};

    /** Events this service hears; there is one {@link io.jium.platform.events.Hearer} for each. */
    Class<? extends Event>[] hears() default {};

    /** Settings records this service reads. */
    Class<? extends Record>[] settings() default {};
}
