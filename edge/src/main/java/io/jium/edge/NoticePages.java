package io.jium.edge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.PreEncodedHttpField;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** The edge's own pages: made once, without scripts, in the visitor's language. */
final class NoticePages {

    private static final HttpFields HEAD =
            HttpFields.from(
                    new PreEncodedHttpField(HttpHeader.CONTENT_TYPE, "text/html; charset=utf-8"),
                    new PreEncodedHttpField(HttpHeader.CACHE_CONTROL, "no-store"),
                    new PreEncodedHttpField(HttpHeader.VARY, "Accept-Language"),
                    new PreEncodedHttpField(
                            "Content-Security-Policy",
                            "default-src 'none'; style-src 'unsafe-inline'"),
                    new PreEncodedHttpField("X-Content-Type-Options", "nosniff"),
                    new PreEncodedHttpField("Referrer-Policy", "strict-origin-when-cross-origin"));

    private final Map<Notice, byte[]> korean = new EnumMap<>(Notice.class);
    private final Map<Notice, byte[]> english = new EnumMap<>(Notice.class);

    NoticePages() {
        var template = template();
        for (var notice : Notice.values()) {
            korean.put(notice, fill(template, "ko", notice.koreanTitle, notice.koreanText));
            english.put(notice, fill(template, "en", notice.englishTitle, notice.englishText));
        }
    }

    void send(Notice notice, Request request, Response response, Callback callback) {
        boolean inKorean = prefersKorean(request);
        var page = Objects.requireNonNull((inKorean ? korean : english).get(notice));
        response.setStatus(notice.status);
        var headers = response.getHeaders();
        headers.add(HEAD);
        headers.put(HttpHeader.CONTENT_LANGUAGE, inKorean ? "ko" : "en");
        headers.put(HttpHeader.CONTENT_LENGTH, page.length);
        if (notice.retryAfter() > 0) {
            headers.put(HttpHeader.RETRY_AFTER, notice.retryAfter());
        }
        if (notice == Notice.READ_ONLY) {
            headers.put(HttpHeader.ALLOW, "GET, HEAD");
        }
        boolean head = HttpMethod.HEAD.is(request.getMethod());
        response.write(true, head ? null : ByteBuffer.wrap(page), callback);
    }

    private static boolean prefersKorean(Request request) {
        if (!request.getHeaders().contains(HttpHeader.ACCEPT_LANGUAGE)) {
            return true;
        }
        for (var locale : Request.getLocales(request)) {
            switch (locale.getLanguage()) {
                case "ko" -> {
                    return true;
                }
                case "en" -> {
                    return false;
                }
                default -> {}
            }
        }
        return false;
    }

    private static byte[] fill(String template, String language, String title, String text) {
        return template.replace("{language}", language)
                .replace("{title}", title)
                .replace("{text}", text)
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String template() {
        try (var in = NoticePages.class.getResourceAsStream("notice.html")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
