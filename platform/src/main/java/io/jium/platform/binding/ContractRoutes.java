package io.jium.platform.binding;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.service.annotation.HttpExchange;

/** Reads off a contract where it is answered over HTTP: below {@code /api/<segment>}. */
public final class ContractRoutes {

    private static final String PREFIX = "/api/";

    private ContractRoutes() {}

    /** The segments after {@code /api/} that the contract uses. */
    public static Set<String> segments(Class<?> contract) {
        var base = AnnotatedElementUtils.findMergedAnnotation(contract, HttpExchange.class);
        return Arrays.stream(contract.getMethods())
                .map(method ->
                        AnnotatedElementUtils.findMergedAnnotation(method, HttpExchange.class))
                .filter(exchange -> exchange != null)
                .map(exchange -> segment((base == null ? "" : base.url()) + exchange.url()))
                .collect(Collectors.toSet());
    }

    private static String segment(String path) {
        if (!path.startsWith(PREFIX)) {
            throw new IllegalArgumentException(
                    "A contract's address must start with /api/: " + path);
        }
        var rest = path.substring(PREFIX.length());
        var end = rest.indexOf('/');
        return end < 0 ? rest : rest.substring(0, end);
    }
}
