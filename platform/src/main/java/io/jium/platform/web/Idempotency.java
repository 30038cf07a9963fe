package io.jium.platform.web;

import io.jium.platform.problem.InvalidFields;
import io.jium.platform.security.Caller;
import io.jium.platform.web.IdempotencyKeys.Answer;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Carries out a POST at most once for each {@code Idempotency-Key}; retries get the first answer
 * again.
 */
public final class Idempotency {

    private static final String HEADER = "Idempotency-Key";
    private static final int LONGEST_KEY = 255;

    private Idempotency() {}

    /** What a request does once it is its turn. */
    @FunctionalInterface
    public interface Work {
        void carryOut(HttpServletRequest request, HttpServletResponse response)
                throws ServletException, IOException;
    }

    /** Whether the request asks for this. */
    public static boolean asked(HttpServletRequest request) {
        return request.getMethod().equals("POST") && request.getHeader(HEADER) != null;
    }

    /** Runs the work under the key, or answers as the first time. */
    public static void once(
            IdempotencyKeys keys,
            HttpServletRequest request,
            HttpServletResponse response,
            Work work)
            throws ServletException, IOException {
        var key = request.getHeader(HEADER);
        if (key.isBlank() || key.length() > LONGEST_KEY) {
            throw InvalidFields.of("Idempotency-Key", "size", 1, LONGEST_KEY);
        }
        var caller = Caller.current();
        var scope = caller == null ? "anonymous" : "user " + caller.userId();
        var multipart =
                request.getContentType() != null
                        && request.getContentType().startsWith("multipart/");
        var body = multipart ? new byte[0] : request.getInputStream().readAllBytes();
        var known = keys.claim(scope, key, fingerprint(request, body));
        if (known.isPresent()) {
            replay(known.get(), response);
            return;
        }
        var kept = new ContentCachingResponseWrapper(response);
        var answered = false;
        try {
            work.carryOut(multipart ? request : new KeptBody(request, body), kept);
            answered = kept.getStatus() < 300;
            if (answered) {
                keys.answered(
                        scope,
                        key,
                        new Answer(
                                kept.getStatus(),
                                kept.getContentType(),
                                kept.getContentAsByteArray()));
            }
        } finally {
            if (!answered) {
                keys.release(scope, key);
            }
        }
        kept.copyBodyToResponse();
    }

    private static void replay(Answer answer, HttpServletResponse response) throws IOException {
        response.setStatus(answer.status());
        response.setHeader("Idempotent-Replayed", "true");
        if (answer.contentType() != null) {
            response.setContentType(answer.contentType());
        }
        response.setContentLength(answer.body().length);
        response.getOutputStream().write(answer.body());
    }

    /** A multipart body has another boundary on each try, so its parts do not count. */
    private static String fingerprint(HttpServletRequest request, byte[] body) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(request.getRequestURI().getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
            digest.update(body);
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new LinkageError("Every Java platform has SHA-256", impossible);
        }
    }
}
