package io.jium.gateway;

import io.jium.platform.web.BodyLimit;
import java.util.List;

/**
 * Addresses of a service that are treated alike.
 *
 * @param methods GET stands for HEAD, too; none are all
 * @param path segment by segment; {@code *} is any one, {@code **} at the end any number, also none
 * @param isPublic answers without a token
 * @param mostBytes of a request's body
 */
record Route(
        String service,
        List<String> methods,
        String path,
        boolean isPublic,
        Limit limit,
        long mostBytes) {

    /** Everything of a service that no other route names: with a token only. */
    static Route service(String name) {
        return new Route(
                name, List.of(), "/" + name + "/**", false, Limit.ORDINARY, BodyLimit.JSON);
    }

    /** The address may be asked for without a token. */
    static Route open(String method, String path) {
        return of(method, path, true, Limit.ORDINARY, BodyLimit.JSON);
    }

    /** The same with limits of its own. */
    static Route open(String method, String path, Limit limit) {
        return of(method, path, true, limit, BodyLimit.JSON);
    }

    /** Takes a token, and has limits of its own. */
    static Route wide(String method, String path, Limit limit) {
        return of(method, path, false, limit, BodyLimit.JSON);
    }

    /** Takes a token and large files. */
    static Route upload(String path) {
        return of("POST", path, false, Limit.UPLOADS, BodyLimit.UPLOAD);
    }

    private static Route of(
            String method, String path, boolean isPublic, Limit limit, long mostBytes) {
        var service = path.substring(1, path.indexOf('/', 1));
        return new Route(service, List.of(method), path, isPublic, limit, mostBytes);
    }

    boolean takes(String method, String[] segments) {
        return takes(method) && matches(segments);
    }

    private boolean takes(String method) {
        return methods.isEmpty()
                || methods.contains(method)
                || (method.equals("HEAD") && methods.contains("GET"));
    }

    private boolean matches(String[] segments) {
        var pattern = Routes.segments(path);
        for (var i = 0; i < pattern.length; i++) {
            if (pattern[i].equals("**")) {
                return true;
            }
            if (i >= segments.length || !matches(pattern[i], segments[i])) {
                return false;
            }
        }
        return segments.length == pattern.length;
    }

    private static boolean matches(String pattern, String segment) {
        return pattern.equals("*") ? !segment.isEmpty() : pattern.equals(segment);
    }
}
