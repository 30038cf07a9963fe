package io.jium.gateway;

import io.jium.platform.host.Front;
import java.util.Set;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.http.PreEncodedHttpField;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ResourceHandler;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.resource.ResourceFactory;

/**
 * Serves the console: its hashed assets for ever, and the one page for every address that no
 * service answers. The page's content security policy keeps foreign code out even where the editor
 * shows customers' pages.
 */
public final class Console implements Front {

    private static final Set<String> SERVICES =
            Set.of(
                    "auth",
                    "builder",
                    "content",
                    "deploy",
                    "payment",
                    "analytics",
                    "notification",
                    "api",
                    "actuator");

    private static final HttpField POLICY =
            new PreEncodedHttpField(
                    "Content-Security-Policy",
                    "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src * data: blob:; "
                            + "media-src * data: blob:; font-src * data:; frame-src *; connect-src 'self'; object-src 'none'; "
                            + "base-uri 'self'; form-action 'self'; frame-ancestors 'self'");
    private static final HttpField REFERRER =
            new PreEncodedHttpField("Referrer-Policy", "same-origin");
    private static final HttpField NO_SNIFFING =
            new PreEncodedHttpField("X-Content-Type-Options", "nosniff");
    private static final HttpField FOREVER =
            new PreEncodedHttpField(
                    HttpHeader.CACHE_CONTROL, "public, max-age=31536000, immutable");
    private static final HttpField FRESH =
            new PreEncodedHttpField(HttpHeader.CACHE_CONTROL, "no-cache");

    @Override
    public String part() {
        return "gateway";
    }

    @Override
    public Handler before(Handler next, Surroundings here) {
        var resources = new ResourceHandler();
        var root = ResourceFactory.of(resources).newClassLoaderResource("console/");
        if (root == null) {
            throw new IllegalStateException("The console is missing from this build");
        }
        resources.setBaseResource(root);
        resources.setDirAllowed(false);
        resources.setEtags(true);
        resources.setAcceptRanges(false);
        return new Pages(resources, next);
    }

    /** Decides by the first path segment; anything but GET and HEAD is for the services. */
    private static final class Pages extends Handler.Sequence {

        private final ResourceHandler resources;
        private final Handler services;

        Pages(ResourceHandler resources, Handler services) {
            super(resources, services);
            this.resources = resources;
            this.services = services;
        }

        @Override
        public boolean handle(Request request, Response response, Callback callback)
                throws Exception {
            var path = Request.getPathInContext(request);
            var reading =
                    HttpMethod.GET.is(request.getMethod())
                            || HttpMethod.HEAD.is(request.getMethod());
            if (!reading || SERVICES.contains(firstSegment(path))) {
                return services.handle(request, response, callback);
            }
            response.getHeaders().put(NO_SNIFFING);
            var file = path.startsWith("/assets/") || path.lastIndexOf('.') > path.lastIndexOf('/');
            if (file) {
                response.getHeaders().put(path.startsWith("/assets/") ? FOREVER : FRESH);
                if (resources.handle(request, response, callback)) {
                    return true;
                }
                response.getHeaders().remove(HttpHeader.CACHE_CONTROL);
                return services.handle(request, response, callback);
            }
            response.getHeaders().put(FRESH);
            response.getHeaders().put(POLICY);
            response.getHeaders().put(REFERRER);
            return resources.handle(new Page(request), response, callback);
        }

        private static String firstSegment(String path) {
            var end = path.indexOf('/', 1);
            return path.isEmpty() ? "" : end < 0 ? path.substring(1) : path.substring(1, end);
        }
    }

    /**
     * Whatever was asked for, the answer is the one page of the console, which knows its own
     * addresses.
     */
    private static final class Page extends Request.Wrapper {

        private final HttpURI uri;

        Page(Request request) {
            super(request);
            this.uri =
                    HttpURI.build(request.getHttpURI())
                            .path("/index.html")
                            .query(null)
                            .asImmutable();
        }

        @Override
        public HttpURI getHttpURI() {
            return uri;
        }
    }
}
