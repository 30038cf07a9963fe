package io.jium.platform.problem;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.context.MessageSource;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.util.StringUtils;
import tools.jackson.databind.json.JsonMapper;

/** Renders refusals as {@code application/problem+json} in Korean or English. Thread-safe. */
public final class Problems {

    /** The media type of every error. */
    public static final String MEDIA_TYPE = "application/problem+json";

    private static final List<Locale> LANGUAGES = List.of(Locale.KOREAN, Locale.ENGLISH);

    private final MessageSource texts;
    private final JsonMapper json;

    /**
     * @param services whose catalogues {@code messages/<service>_<language>.properties} are read
     *     besides the platform's
     */
    public Problems(List<String> services, JsonMapper json) {
        var bundles = new ResourceBundleMessageSource();
        bundles.setBasename("messages/platform");
        services.forEach(service -> bundles.addBasenames("messages/" + service));
        bundles.setDefaultEncoding("UTF-8");
        bundles.setFallbackToSystemLocale(false);
        bundles.setAlwaysUseMessageFormat(true);
        this.texts = bundles;
        this.json = json;
    }

    /**
     * The language to answer in: the best of ko and en for {@code Accept-Language}, Korean when in
     * doubt.
     */
    public static Locale language(HttpServletRequest request) {
        return language(request.getHeader("Accept-Language"));
    }

    /** The same for the header's value, null when there is none. */
    public static Locale language(@Nullable String accepted) {
        if (!StringUtils.hasText(accepted)) {
            return Locale.KOREAN;
        }
        try {
            var best = Locale.lookup(Locale.LanguageRange.parse(accepted), LANGUAGES);
            return best == null ? Locale.KOREAN : best;
        } catch (IllegalArgumentException unreadable) {
            return Locale.KOREAN;
        }
    }

    /** A sentence of the catalogues. */
    public String text(String key, Locale language, Object... arguments) {
        return Objects.requireNonNull(texts.getMessage(key, arguments, key, language));
    }

    /** Writes the refusal as the whole answer. */
    public void write(Refusal refusal, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var body =
                json.writeValueAsBytes(body(refusal, request.getRequestURI(), language(request)));
        response.setStatus(refusal.status().value());
        refusal.headers().forEach(response::setHeader);
        response.setHeader("Cache-Control", "no-store");
        response.setContentType(MEDIA_TYPE);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    /** The members of the problem, in the order of RFC 9457. */
    public Map<String, Object> body(Refusal refusal, String instance, Locale language) {
        var body = new LinkedHashMap<String, Object>();
        body.put("type", "https://jium.io/problems/" + refusal.code());
        body.put("title", title(refusal, language));
        body.put("status", refusal.status().value());
        body.put("detail", detail(refusal, language));
        body.put("instance", instance);
        body.put("code", refusal.code());
        var trace = MDC.get("trace_id");
        body.put("trace_id", trace == null ? "" : trace);
        if (refusal instanceof InvalidFields invalid) {
            body.put("errors", errors(invalid, language));
        }
        refusal.members().forEach(body::putIfAbsent);
        return body;
    }

    private String title(Refusal refusal, Locale language) {
        return refusal instanceof RemoteRefusal remote
                ? remote.title()
                : text(refusal.code(), language);
    }

    private String detail(Refusal refusal, Locale language) {
        if (refusal instanceof RemoteRefusal remote) {
            return remote.detail();
        }
        var arguments = refusal.arguments().toArray();
        var exactly = texts.getMessage(refusal.detailKey(), arguments, null, language);
        return exactly == null ? text(refusal.code() + ".detail", language, arguments) : exactly;
    }

    private List<Map<String, Object>> errors(InvalidFields invalid, Locale language) {
        var errors = new ArrayList<Map<String, Object>>();
        for (var field : invalid.fields()) {
            var error = new LinkedHashMap<String, Object>();
            error.put("field", field.field());
            error.put("code", field.code());
            error.put(
                    "message",
                    text("field." + field.code(), language, field.arguments().toArray()));
            errors.add(error);
        }
        return errors;
    }
}
