package io.jium.platform.web;

import io.jium.platform.problem.Problems;
import io.jium.platform.problem.Refusal;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import org.eclipse.jetty.http.MultiPartFormData;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses bodies that are too large with 413: at once when the length is told, else when the limit
 * is passed.
 */
public final class BodyLimit extends OncePerRequestFilter {

    /** Most bytes of a JSON body. */
    public static final long JSON = 4L << 20;

    /** Most bytes of an upload (multipart). */
    public static final long UPLOAD = 100L << 20;

    private final Problems problems;

    public BodyLimit(Problems problems) {
        this.problems = problems;
    }

    static Refusal exceeded(long limit) {
        return new Refusal(
                HttpStatus.CONTENT_TOO_LARGE, "payload_too_large", (limit >> 20) + " MB");
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var type = request.getContentType();
        if (type != null && type.startsWith("multipart/")) {
            // The multipart reader counts what is not told in advance.
            if (request.getContentLengthLong() > UPLOAD) {
                problems.write(exceeded(UPLOAD), request, response);
            } else {
                try {
                    chain.doFilter(request, response);
                } finally {
                    forgetUnreadableForm(request);
                }
            }
        } else if (request.getContentLengthLong() > JSON) {
            problems.write(exceeded(JSON), request, response);
        } else if (request.getContentLengthLong() < 0) {
            chain.doFilter(new Limited(request), response);
        } else {
            chain.doFilter(request, response);
        }
    }

    /**
     * Jetty 12.1.14 asks for the parts once more when the answer is complete, and breaks off there
     * when they could not be read: buffers then go back to the pool twice, and a later connection
     * is answered with somebody else's bytes.
     */
    private static void forgetUnreadableForm(HttpServletRequest request) {
        var form = MultiPartFormData.class.getName();
        if (request.getAttribute(form) instanceof CompletableFuture<?> parts
                && parts.isCompletedExceptionally()) {
            request.removeAttribute(form);
        }
    }

    private static final class Limited extends HttpServletRequestWrapper {

        Limited(HttpServletRequest request) {
            super(request);
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            return new Counting(super.getInputStream());
        }
    }

    private static final class Counting extends ServletInputStream {

        private final ServletInputStream body;
        private long left = JSON;

        Counting(ServletInputStream body) {
            this.body = body;
        }

        @Override
        public int read() throws IOException {
            var next = body.read();
            count(next < 0 ? 0 : 1);
            return next;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            var read = body.read(into, offset, length);
            count(Math.max(0, read));
            return read;
        }

        private void count(int read) {
            left -= read;
            if (left < 0) {
                throw exceeded(JSON);
            }
        }

        @Override
        public boolean isFinished() {
            return body.isFinished();
        }

        @Override
        public boolean isReady() {
            return body.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            body.setReadListener(listener);
        }
    }
}
