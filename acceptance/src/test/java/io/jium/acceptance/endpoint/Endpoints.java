package io.jium.acceptance.endpoint;

import io.jium.Jium;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.service.annotation.HttpExchange;

/**
 * Reads off the controllers what there is to be called. What every service answers alike is there
 * once.
 */
public final class Endpoints {

    /** Begins the addresses that every service has, below its own name. */
    public static final String EVERY_SERVICE = "/{service}";

    private static final String ITS_NAME = "/${jium.service}";

    private Endpoints() {}

    /** What the public calls. */
    public static List<Endpoint> ofThePublic() {
        return controllers()
                .flatMap(controller -> Arrays.stream(controller.getDeclaredMethods()))
                .filter(method -> !method.isSynthetic())
                .flatMap(Endpoints::mapped)
                .sorted(Comparator.comparing(Endpoint::path).thenComparing(Endpoint::name))
                .toList();
    }

    /** What services call of each other, below {@code /api}. */
    public static List<Endpoint> ofServices() {
        return controllers()
                .flatMap(controller -> Arrays.stream(controller.getInterfaces()))
                .filter(contract -> contract.getPackageName().startsWith("io.jium.contracts"))
                .flatMap(Endpoints::exchanged)
                .sorted(Comparator.comparing(Endpoint::name))
                .toList();
    }

    private static Stream<Class<?>> controllers() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(RestController.class));
        return Stream.concat(
                        Jium.SERVICES.stream().map(Class::getPackageName),
                        Stream.of("io.jium.platform"))
                .flatMap(room -> scanner.findCandidateComponents(room).stream())
                .<Class<?>>map(found ->
                        ClassUtils.resolveClassName(
                                Objects.requireNonNull(found.getBeanClassName()),
                                Endpoints.class.getClassLoader()))
                // The platform's tests have services of their own.
                .filter(controller ->
                        !controller.getPackageName().startsWith("io.jium.platform.")
                                || prefix(controller).startsWith(ITS_NAME));
    }

    private static String prefix(Class<?> controller) {
        var mapping = AnnotatedElementUtils.findMergedAnnotation(controller, RequestMapping.class);
        return mapping == null || mapping.path().length == 0 ? "" : mapping.path()[0];
    }

    private static Stream<Endpoint> mapped(Method method) {
        var mapping = AnnotatedElementUtils.findMergedAnnotation(method, RequestMapping.class);
        if (mapping == null) {
            return Stream.empty();
        }
        var path =
                prefix(method.getDeclaringClass()).replace(ITS_NAME, EVERY_SERVICE)
                        + (mapping.path().length == 0 ? "" : mapping.path()[0]);
        var produces = mapping.produces().length == 0 ? "" : " as " + mapping.produces()[0];
        var found = new ArrayList<Endpoint>();
        for (var verb : mapping.method()) {
            found.add(new Endpoint(verb + " " + path + produces, verb.name(), path, method));
        }
        return found.stream();
    }

    private static Stream<Endpoint> exchanged(Class<?> contract) {
        var type = AnnotatedElementUtils.findMergedAnnotation(contract, HttpExchange.class);
        var prefix = type == null ? "" : type.url();
        return Arrays.stream(contract.getMethods())
                .map(method -> {
                    var exchange =
                            Objects.requireNonNull(
                                    AnnotatedElementUtils.findMergedAnnotation(
                                            method, HttpExchange.class),
                                    () -> method + " has no address");
                    var path = prefix + exchange.url();
                    return new Endpoint(
                            exchange.method() + " " + path, exchange.method(), path, method);
                });
    }
}
