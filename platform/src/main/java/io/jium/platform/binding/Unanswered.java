package io.jium.platform.binding;

import java.io.IOException;
import java.util.concurrent.TimeoutException;

/** The other side was not reached, or gave nothing that is an answer. */
final class Unanswered extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final boolean mayPass;

    private Unanswered(Throwable cause, boolean mayPass) {
        super(cause.toString(), cause, false, false);
        this.mayPass = mayPass;
    }

    /** It said by its status alone that it cannot answer. */
    static Unanswered status(String what, boolean mayPass) {
        return new Unanswered(new IOException(what), mayPass);
    }

    /** Whatever kept the answer from arriving whole. */
    static Unanswered by(Throwable failed) {
        var transport = false;
        for (var cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof TimeoutException) {
                return new Unanswered(cause, false);
            }
            transport |= cause instanceof IOException;
        }
        return new Unanswered(failed, transport);
    }

    /** Whether the same call may well be answered a moment later. */
    boolean mayPass() {
        return mayPass;
    }
}
