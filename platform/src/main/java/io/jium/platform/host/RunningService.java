package io.jium.platform.host;

import io.jium.platform.binding.Contracts;
import io.jium.platform.events.EventRoutes;
import io.jium.platform.web.IdempotencyKeys;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.web.context.support.AnnotationConfigWebApplicationContext;
import org.springframework.web.servlet.DispatcherServlet;

/** One service of this process: its context and its way in. */
final class RunningService {

    private final String name;
    private final List<Class<?>> answers;
    private final AnnotationConfigWebApplicationContext context;
    private volatile @Nullable DispatcherServlet servlet;

    RunningService(
            Class<?> type,
            ConfigurableApplicationContext parent,
            Map<Class<? extends Record>, Record> settings,
            Contracts contracts,
            Supplier<EventRoutes> routes) {
        var definition = definition(type);
        this.name = definition.name();
        this.answers = List.of(definition.answers());
        this.context = new AnnotationConfigWebApplicationContext();
        var environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .addFirst(new MapPropertySource("service", Map.of("jium.service", name)));
        context.setEnvironment(environment);
        context.setId(name);
        context.setDisplayName(name);
        context.setParent(parent);
        context.register(type);
        context.addBeanFactoryPostProcessor(beans -> {
            for (var record : definition.settings()) {
                beans.registerSingleton(
                        record.getSimpleName(), Objects.requireNonNull(settings.get(record)));
            }
            beans.registerSingleton("eventRoutes", routes.get());
            for (var contract : definition.needs()) {
                beans.registerSingleton(contract.getName(), contracts.bind(contract));
            }
        });
    }

    static JiumService definition(Class<?> type) {
        var definition = type.getAnnotation(JiumService.class);
        if (definition == null) {
            throw new IllegalArgumentException(type + " is not a @JiumService");
        }
        return definition;
    }

    String name() {
        return name;
    }

    /** Contracts that it answers as others do. */
    List<Class<?>> answers() {
        return answers;
    }

    void start(ServletContext web, Supplier<jakarta.servlet.ServletConfig> config)
            throws ServletException {
        context.setServletContext(web);
        context.refresh();
        // Who says that he answers and does not must not start.
        answers.forEach(context::getBean);
        var dispatcher = new DispatcherServlet(context);
        dispatcher.init(config.get());
        servlet = dispatcher;
    }

    boolean isReady() {
        return servlet != null;
    }

    DispatcherServlet servlet() {
        var ready = servlet;
        if (ready == null) {
            throw new IllegalStateException(name + " has not started");
        }
        return ready;
    }

    IdempotencyKeys idempotencyKeys() {
        return context.getBean(IdempotencyKeys.class);
    }

    /** The owner's implementation of one of its contracts. */
    <T> T implementation(Class<T> contract) {
        if (!isReady()) {
            throw new IllegalStateException(name + " has not started");
        }
        return context.getBean(contract);
    }

    /** Whether its database answers. */
    boolean isHealthy() {
        if (!isReady()) {
            return false;
        }
        try (var connection = context.getBean(javax.sql.DataSource.class).getConnection()) {
            return connection.isValid(2);
        } catch (java.sql.SQLException unreachable) {
            return false;
        }
    }

    void stop() {
        context.close();
    }
}
