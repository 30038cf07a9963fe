package io.jium.platform.trace;

import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/**
 * The place of a request in a trace. While it is handled, log lines carry {@code trace_id}, {@code
 * span_id} and, when others began the trace, {@code parent_id}; the id of the request stands beside
 * them when its sender chose one that cannot be the trace's.
 *
 * @param id 32 hex digits
 * @param span 16 hex digits: this request in this process
 * @param parent the span that called; null when the trace begins here
 * @param flags {@code 01} when the caller keeps the trace, else {@code 00}
 * @param requestId what {@code X-Request-Id} says
 */
public record Trace(
        String id, String span, @Nullable String parent, String flags, String requestId) {

    public static final String REQUEST_ID = "X-Request-Id";
    public static final String TRACEPARENT = "traceparent";

    /** Version 00; a later one may go on after its flags. */
    private static final Pattern PARENT =
            Pattern.compile(
                    "(?!ff)([0-9a-f]{2})-(?!0{32})([0-9a-f]{32})-(?!0{16})([0-9a-f]{16})-([0-9a-f]{2})(-.{0,400})?");

    private static final Pattern SENSIBLE = Pattern.compile("[A-Za-z0-9_.-]{8,64}");
    private static final Pattern TRACE_ID = Pattern.compile("(?!0{32})[0-9a-f]{32}");
    private static final String SAMPLED = "01";
    private static final String UNSAMPLED = "00";

    /** What the headers of a request say; nonsense counts as nothing. */
    public static Trace of(@Nullable String traceparent, @Nullable String requestId) {
        var given = requestId != null && SENSIBLE.matcher(requestId).matches() ? requestId : null;
        if (traceparent != null) {
            var parent = PARENT.matcher(traceparent);
            if (parent.matches() && (!parent.group(1).equals("00") || parent.group(5) == null)) {
                var id = parent.group(2);
                return new Trace(
                        id,
                        newSpan(),
                        parent.group(3),
                        flags(parent.group(4)),
                        given == null ? id : given);
            }
        }
        var id = traceId(given);
        return new Trace(id, newSpan(), null, UNSAMPLED, given == null ? id : given);
    }

    /** Only the last bit means something yet; the others are to be passed on as zeros. */
    private static String flags(String given) {
        return (HexFormat.fromHexDigits(given) & 1) == 1 ? SAMPLED : UNSAMPLED;
    }

    /** A request id of the right form (a UUID, dashes or not) is the trace's id as well. */
    private static String traceId(@Nullable String requestId) {
        var digits = requestId == null ? "" : requestId.replace("-", "");
        return TRACE_ID.matcher(digits).matches() ? digits : newSpan() + newSpan();
    }

    private static String newSpan() {
        // Never 0, which would be no id.
        var random = ThreadLocalRandom.current().nextLong(1, Long.MAX_VALUE);
        return HexFormat.of().toHexDigits(random);
    }

    /** From now on, what this thread does belongs to it. */
    public void begin() {
        MDC.put("trace_id", id);
        MDC.put("span_id", span);
        MDC.put("trace_flags", flags);
        if (parent != null) {
            MDC.put("parent_id", parent);
        }
        if (!requestId.equals(id)) {
            MDC.put("request_id", requestId);
        }
    }

    /** This thread goes on to other things. */
    public static void end() {
        MDC.remove("trace_id");
        MDC.remove("span_id");
        MDC.remove("trace_flags");
        MDC.remove("parent_id");
        MDC.remove("request_id");
    }

    /**
     * The headers with which what this thread does goes on elsewhere; none when it belongs to no
     * trace. A hearer of an event knows the trace only: it is a span of its own.
     */
    public static void passOn(BiConsumer<String, String> header) {
        var id = MDC.get("trace_id");
        if (id == null) {
            return;
        }
        var requestId = MDC.get("request_id");
        header.accept(REQUEST_ID, requestId == null ? id : requestId);
        if (TRACE_ID.matcher(id).matches()) {
            var span = MDC.get("span_id");
            var flags = MDC.get("trace_flags");
            header.accept(
                    TRACEPARENT,
                    "00-%s-%s-%s"
                            .formatted(
                                    id,
                                    span == null ? newSpan() : span,
                                    flags == null ? UNSAMPLED : flags));
        }
    }
}
