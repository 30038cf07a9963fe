package io.jium.gateway;

import io.jium.platform.host.Front;
import java.util.Objects;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.http.PreEncodedHttpField;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ResourceHandler;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.resource.Resource;
import org.eclipse.jetty.util.resource.ResourceFactory;

/**
 * The OpenAPI document of everything at {@code /openapi.json}, and Swagger UI to browse it at
 * {@code /docs}.
 */
public final class ApiDocs implements Front {

    private static final HttpField POLICY =
            new PreEncodedHttpField(
                    "Content-Security-Policy",
                    "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; object-src 'none'; "
                            + "base-uri 'self'; frame-ancestors 'none'");
    private static final HttpField FRESH =
            new PreEncodedHttpField(HttpHeader.CACHE_CONTROL, "no-cache");

    @Override
    public String part() {
        return "gateway";
    }

    @Override
    public Handler before(Handler next, Surroundings here) {
        var files = new ResourceHandler();
        var factory = ResourceFactory.of(files);
        files.setBaseResource(
                ResourceFactory.combine(
                        Objects.requireNonNull(factory.newClassLoaderResource("api-docs/")),
                        swaggerUi(factory)));
        files.setDirAllowed(false);
        files.setEtags(true);
        files.setAcceptRanges(false);
        return new Docs(files, next);
    }

    /** The one folder there is below the library's: it is named by its version. */
    private static Resource swaggerUi(ResourceFactory factory) {
        var library = factory.newClassLoaderResource("META-INF/resources/webjars/swagger-ui/");
        if (library == null || library.list().size() != 1) {
            throw new IllegalStateException("Swagger UI is missing from this build");
        }
        return library.list().getFirst();
    }

    private static final class Docs extends Handler.Sequence {

        private final ResourceHandler files;
        private final Handler next;

        Docs(ResourceHandler files, Handler next) {
            super(files, next);
            this.files = files;
            this.next = next;
        }

        @Override
        public boolean handle(Request request, Response response, Callback callback)
                throws Exception {
            var path = Request.getPathInContext(request);
            var file =
                    switch (path) {
                        case "/openapi.json" -> path;
                        case "/docs", "/docs/" -> "/index.html";
                        default -> path.startsWith("/docs/") ? path.substring(5) : null;
                    };
            if (file == null) {
                return next.handle(request, response, callback);
            }
            response.getHeaders().put(POLICY);
            response.getHeaders().put(FRESH);
            return files.handle(new File(request, file), response, callback)
                    || next.handle(request, response, callback);
        }
    }

    /** The same request for a file of ours. */
    private static final class File extends Request.Wrapper {

        private final HttpURI uri;

        File(Request request, String path) {
            super(request);
            this.uri = HttpURI.build(request.getHttpURI()).path(path).query(null).asImmutable();
        }

        @Override
        public HttpURI getHttpURI() {
            return uri;
        }
    }
}
