package io.jium.platform.host;

import java.util.concurrent.RejectedExecutionException;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.VirtualThreads;

/**
 * Lets a handler work in a thread of its own, which may wait. What it does not take is answered
 * with 404, what it throws with 500 by the server's error handler, which reports it, and what comes
 * when the server has stopped with 503. Thread-safe when the handler is.
 */
public final class Aside implements Request.Handler {

    private final Request.Handler handler;

    public Aside(Request.Handler handler) {
        this.handler = handler;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        try {
            VirtualThreads.getExecutor(request.getComponents().getExecutor())
                    .execute(() -> handled(request, response, callback));
        } catch (RejectedExecutionException stopping) {
            Response.writeError(request, response, callback, HttpStatus.SERVICE_UNAVAILABLE_503);
        }
        return true;
    }

    private void handled(Request request, Response response, Callback callback) {
        try {
            if (!handler.handle(request, response, callback)) {
                Response.writeError(request, response, callback, HttpStatus.NOT_FOUND_404);
            }
        } catch (Throwable failed) {
            Response.writeError(request, response, callback, failed);
        }
    }
}
