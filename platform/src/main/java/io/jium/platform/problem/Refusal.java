package io.jium.platform.problem;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * A request that is not carried out, and why. Subclasses are named by what is wrong. Texts come
 * from the message catalogues by {@link #code()} ({@code <code>} for the title, {@code
 * <code>.detail} for the detail).
 */
public class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final HttpStatus status;
    private final String code;
    private final transient List<Object> arguments;
    private final transient Map<String, Object> members = new LinkedHashMap<>();
    private final Map<String, String> headers = new LinkedHashMap<>();
    private @Nullable String reason;

    /**
     * @param arguments fill the placeholders of the detail's text
     */
    public Refusal(HttpStatus status, String code, Object... arguments) {
        this(null, status, code, arguments);
    }

    /** The same with what made it necessary, for the log. */
    Refusal(@Nullable Throwable cause, HttpStatus status, String code, Object... arguments) {
        super(code, cause, false, status.is5xxServerError());
        this.status = status;
        this.code = code;
        this.arguments = List.of(arguments);
    }

    /** Adds a member to the problem, e.g. the current state of what was to be changed. */
    public Refusal with(String member, Object value) {
        members.put(member, value);
        return this;
    }

    /**
     * Says more exactly why: a stable member {@code reason}, and the detail {@code <code>.<reason>}
     * of the catalogues.
     */
    public Refusal because(String reason) {
        this.reason = reason;
        return with("reason", reason);
    }

    /** Adds a header to the answer. */
    public Refusal header(String name, String value) {
        headers.put(name, value);
        return this;
    }

    public HttpStatus status() {
        return status;
    }

    /** Stable, snake_case. */
    public String code() {
        return code;
    }

    /** The key of the detail's text. */
    String detailKey() {
        return code + "." + (reason == null ? "detail" : reason);
    }

    List<Object> arguments() {
        return arguments;
    }

    Map<String, Object> members() {
        return members;
    }

    public Map<String, String> headers() {
        return headers;
    }
}
