package io.jium.edge;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.jium.contracts.release.ReleaseFile;
import io.jium.contracts.release.Variant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.PreEncodedHttpField;
import org.jspecify.annotations.Nullable;

/** A file of a loaded release and, once asked for, its forms. Safe for threads. */
final class SiteFile implements Route {

    private static final HttpField NO_SNIFFING =
            new PreEncodedHttpField("X-Content-Type-Options", "nosniff");
    private static final HttpField REFERRER =
            new PreEncodedHttpField("Referrer-Policy", "strict-origin-when-cross-origin");
    private static final HttpField FOREVER =
            new PreEncodedHttpField(
                    HttpHeader.CACHE_CONTROL, "public, max-age=31536000, immutable");
    private static final HttpField ASK_AGAIN =
            new PreEncodedHttpField(HttpHeader.CACHE_CONTROL, "public, max-age=0, must-revalidate");
    private static final HttpField BY_ENCODING =
            new PreEncodedHttpField(HttpHeader.VARY, "Accept-Encoding");
    private static final HttpField GZIP =
            new PreEncodedHttpField(HttpHeader.CONTENT_ENCODING, "gzip");
    private static final HttpField BROTLI =
            new PreEncodedHttpField(HttpHeader.CONTENT_ENCODING, "br");
    private static final HttpField RANGES =
            new PreEncodedHttpField(HttpHeader.ACCEPT_RANGES, "bytes");

    /** A handful of types name every file there is; each is encoded once. */
    private static final Cache<String, HttpField> CONTENT_TYPES =
            Caffeine.newBuilder().executor(Runnable::run).maximumSize(500).build();

    /**
     * What a manifest may not set: the edge's own business, and cookies, of which there are none.
     */
    private static final Set<String> RESERVED =
            Set.of(
                    "content-type",
                    "content-length",
                    "content-encoding",
                    "content-range",
                    "accept-ranges",
                    "etag",
                    "vary",
                    "cache-control",
                    "date",
                    "server",
                    "connection",
                    "keep-alive",
                    "transfer-encoding",
                    "upgrade",
                    "trailer",
                    "set-cookie");

    private final ReleaseFile file;

    // Built on first use and immutable: two threads that race build the same thing twice.
    private volatile @Nullable Representation identity;
    private volatile @Nullable Representation gzip;
    private volatile @Nullable Representation brotli;

    SiteFile(ReleaseFile file) {
        this.file = file;
    }

    boolean isImmutable() {
        return ReleaseFile.IMMUTABLE.equals(file.cache());
    }

    String contentType() {
        var type = file.mediaType().toLowerCase(Locale.ROOT);
        boolean text =
                type.startsWith("text/")
                        || type.endsWith("+xml")
                        || type.endsWith("/xml")
                        || type.endsWith("/javascript")
                        || type.endsWith("json");
        return text && type.indexOf(';') < 0 ? type + "; charset=utf-8" : type;
    }

    /** The form the client likes best; of equals the smallest kind. */
    Representation pick(AcceptedEncodings accepted) {
        float br = file.brotli() == null ? 0 : accepted.brotli();
        float gz = file.gzip() == null ? 0 : accepted.gzip();
        if (br > 0 && br >= gz && br >= accepted.identity()) {
            return brotli();
        }
        return gz > 0 && gz >= accepted.identity() ? gzip() : identity();
    }

    Representation identity() {
        var known = identity;
        if (known == null) {
            known = build(new Variant(file.sha256(), file.bytes()), RANGES, "");
            identity = known;
        }
        return known;
    }

    private Representation gzip() {
        var known = gzip;
        var variant = file.gzip();
        if (known == null && variant != null) {
            known = build(variant, GZIP, "-gz");
            gzip = known;
        }
        return known == null ? identity() : known;
    }

    private Representation brotli() {
        var known = brotli;
        var variant = file.brotli();
        if (known == null && variant != null) {
            known = build(variant, BROTLI, "-br");
            brotli = known;
        }
        return known == null ? identity() : known;
    }

    private Representation build(Variant bytes, HttpField ownField, String suffix) {
        // 128 bits of the hash: enough to tell all bytes apart, half the header.
        var etag = "\"" + bytes.sha256().substring(0, 32) + suffix + "\"";
        var always = new ArrayList<HttpField>(8);
        always.add(new PreEncodedHttpField(HttpHeader.ETAG, etag));
        always.add(isImmutable() ? FOREVER : ASK_AGAIN);
        if (file.gzip() != null || file.brotli() != null) {
            always.add(BY_ENCODING);
        }
        always.add(NO_SNIFFING);
        always.add(REFERRER);
        var head = new ArrayList<HttpField>(10);
        head.add(contentTypeField(contentType()));
        head.add(new HttpField.LongValueHttpField(HttpHeader.CONTENT_LENGTH, bytes.bytes()));
        head.add(ownField);
        head.addAll(always);
        addOwnHeaders(head);
        return new Representation(
                bytes.sha256(), bytes.bytes(), etag, fields(head), fields(always));
    }

    private void addOwnHeaders(List<HttpField> head) {
        var headers = file.headers();
        if (headers == null) {
            return;
        }
        headers.forEach((name, value) -> {
            var lower = name.toLowerCase(Locale.ROOT);
            if (!RESERVED.contains(lower)) {
                head.removeIf(field -> field.getLowerCaseName().equals(lower));
                head.add(new HttpField(name, value));
            }
        });
    }

    private static HttpFields fields(List<HttpField> fields) {
        return HttpFields.from(fields.toArray(HttpField[]::new));
    }

    private static HttpField contentTypeField(String type) {
        return Objects.requireNonNull(
                CONTENT_TYPES.get(
                        type, value -> new PreEncodedHttpField(HttpHeader.CONTENT_TYPE, value)));
    }
}
