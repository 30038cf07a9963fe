package io.jium.platform.host;

import static org.assertj.core.api.Assertions.assertThat;

import io.jium.platform.testing.Api;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AsideTest {

    private final Server server = new Server();
    private final ServerConnector connector = new ServerConnector(server, 1, 1);
    private final CompletableFuture<Object> reported = new CompletableFuture<>();

    @BeforeEach
    void start() throws Exception {
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        server.setHandler(
                new Handler.Abstract.NonBlocking() {
                    @Override
                    public boolean handle(Request request, Response response, Callback callback) {
                        return new Aside(AsideTest::answer).handle(request, response, callback);
                    }
                });
        server.setErrorHandler(
                new ErrorHandler() {
                    @Override
                    public boolean handle(Request request, Response response, Callback callback)
                            throws Exception {
                        reported.complete(request.getAttribute(ERROR_EXCEPTION));
                        return super.handle(request, response, callback);
                    }
                });
        server.start();
    }

    private static boolean answer(Request request, Response response, Callback callback)
            throws IOException {
        var path = Request.getPathInContext(request);
        if (path.equals("/fails")) {
            throw new IOException("The disk is gone");
        }
        if (path.equals("/error")) {
            throw new StackOverflowError();
        }
        return false;
    }

    @AfterEach
    void stop() throws Exception {
        server.stop();
    }

    private int status(String path) {
        return new Api("http://127.0.0.1:" + connector.getLocalPort()).get(path).status();
    }

    @Test
    void whatIsThrownIsToldAndReported() throws Exception {
        assertThat(status("/fails")).isEqualTo(500);
        assertThat(reported.get(5, TimeUnit.SECONDS))
                .isInstanceOfSatisfying(
                        IOException.class,
                        failed -> assertThat(failed).hasMessage("The disk is gone"));
    }

    @Test
    void anErrorLeavesNobodyWaiting() throws Exception {
        assertThat(status("/error")).isEqualTo(500);
        assertThat(reported.get(5, TimeUnit.SECONDS)).isInstanceOf(StackOverflowError.class);
    }

    @Test
    void whatNobodyTakesIsNotFound() {
        assertThat(status("/nothing")).isEqualTo(404);
    }
}
