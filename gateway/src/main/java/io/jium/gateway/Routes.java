package io.jium.gateway;

import static io.jium.gateway.Limit.BEACON;
import static io.jium.gateway.Limit.FILES;
import static io.jium.gateway.Limit.SAVES;
import static io.jium.gateway.Limit.STREAMS;
import static io.jium.gateway.Route.open;
import static io.jium.gateway.Route.service;
import static io.jium.gateway.Route.upload;
import static io.jium.gateway.Route.wide;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The one table of what is let through: the built-in gateway reads it, Kong's files are made of it.
 */
public final class Routes {

    /** Of all services, the more special first. */
    static final Routes ALL =
            new Routes(
                    List.of(
                            open("POST", "/auth/register"),
                            open("POST", "/auth/login"),
                            open("POST", "/auth/refresh"),
                            open("GET", "/auth/.well-known/jwks.json"),
                            open("POST", "/auth/verify-email"),
                            open("POST", "/auth/password-reset"),
                            open("POST", "/auth/password-reset/confirm"),
                            service("auth"),
                            open("GET", "/builder/templates"),
                            open("GET", "/builder/templates/*"),
                            open("GET", "/builder/templates/*/preview", FILES),
                            open("GET", "/builder/previews/*/*", FILES),
                            open("GET", "/builder/previews/*/*/*", FILES),
                            open("GET", "/builder/files/*/*", FILES),
                            wide("PUT", "/builder/pages/*", SAVES),
                            wide("PATCH", "/builder/pages/*", SAVES),
                            wide("GET", "/builder/pages/*/changes", SAVES),
                            wide("PUT", "/builder/pages/*/presence/*", SAVES),
                            wide("GET", "/builder/pages/*/preview", FILES),
                            wide("GET", "/builder/pages/*/versions/*", FILES),
                            upload("/builder/assets"),
                            upload("/builder/import"),
                            service("builder"),
                            open("GET", "/content/boards"),
                            open("GET", "/content/boards/*"),
                            open("GET", "/content/boards/*/posts"),
                            open("GET", "/content/posts/*"),
                            upload("/content/upload"),
                            service("content"),
                            wide("GET", "/deploy/status/*", STREAMS),
                            service("deploy"),
                            open("GET", "/payment/plans"),
                            service("payment"),
                            open("POST", "/analytics/collect", BEACON),
                            service("analytics"),
                            open("GET", "/notification/mailbox"),
                            open("GET", "/notification/mailbox/*"),
                            wide("GET", "/notification/stream", STREAMS),
                            service("notification")));

    private final Map<String, List<Route>> byService;

    Routes(List<Route> routes) {
        this.byService = routes.stream().collect(Collectors.groupingBy(Route::service));
    }

    /** Whether the address may be asked for without a token. */
    public static boolean isPublic(String method, String path) {
        var route = ALL.find(method, path);
        return route != null && route.isPublic();
    }

    /** The public addresses as method and path, {@code *} for any one segment. */
    public static List<String> publicPaths() {
        return ALL.byService.values().stream()
                .flatMap(List::stream)
                .filter(Route::isPublic)
                .map(route -> String.join(",", route.methods()) + " " + route.path())
                .sorted()
                .toList();
    }

    /** The same without the services that a program does not have. */
    Routes only(List<String> services) {
        return new Routes(services.stream().flatMap(service -> of(service).stream()).toList());
    }

    List<Route> of(String service) {
        return byService.getOrDefault(service, List.of());
    }

    /**
     * The first that takes the request; null when none does.
     *
     * @param path decoded and without dot segments
     */
    @Nullable Route find(String method, String path) {
        var segments = segments(path);
        for (var route : of(segments[0])) {
            if (route.takes(method, segments)) {
                return route;
            }
        }
        return null;
    }

    static String[] segments(String path) {
        return (path.startsWith("/") ? path.substring(1) : path).split("/", -1);
    }
}
