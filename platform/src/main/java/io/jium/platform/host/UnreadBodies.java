package io.jium.platform.host;

import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Invocable;

/**
 * Reads to its end, after the answer, what nobody wanted of a body: a token is refused before the
 * body has come, and Jetty would close such a connection without having said so, under the hands of
 * a client that already sends its next request on it.
 */
public final class UnreadBodies extends Handler.Wrapper {

    private final long limit;

    /**
     * @param limit bytes after which the connection is closed after all
     */
    public UnreadBodies(Handler next, long limit) {
        super(next);
        this.limit = limit;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        var isTold = request.getLength() != 0 && !request.getHeaders().contains(HttpHeader.EXPECT);
        return super.handle(
                request, response, isTold ? new AfterTheRest(request, callback) : callback);
    }

    private final class AfterTheRest implements Callback, Invocable.Task {

        private final Request request;
        private final Callback answered;
        private long read;

        AfterTheRest(Request request, Callback answered) {
            this.request = request;
            this.answered = answered;
        }

        @Override
        public void succeeded() {
            run();
        }

        @Override
        public void failed(Throwable cause) {
            answered.failed(cause);
        }

        @Override
        public void run() {
            while (read < limit) {
                Content.Chunk chunk = request.read();
                if (chunk == null) {
                    request.demand(this);
                    return;
                }
                if (Content.Chunk.isFailure(chunk)) {
                    break;
                }
                read += chunk.remaining();
                var wasLast = chunk.isLast();
                chunk.release();
                if (wasLast) {
                    break;
                }
            }
            answered.succeeded();
        }

        @Override
        public InvocationType getInvocationType() {
            return InvocationType.NON_BLOCKING;
        }
    }
}
