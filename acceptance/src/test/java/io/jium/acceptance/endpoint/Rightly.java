package io.jium.acceptance.endpoint;

import io.jium.acceptance.installation.Answer;
import io.jium.acceptance.installation.Customer;
import io.jium.acceptance.installation.Installation;
import java.util.Comparator;

/** Endpoints called by whom they are for. */
public final class Rightly {

    /** Else nothing would be left for the others. */
    public static final Comparator<Endpoint> DESTRUCTIVE_LAST =
            Comparator.comparing(Rightly::endsTheAccount)
                    .thenComparing(endpoint -> endpoint.path().endsWith("/logout"))
                    .thenComparing(endpoint -> endpoint.path().contains("/sessions/"))
                    .thenComparing(endpoint -> endpoint.httpMethod().equals("DELETE"))
                    // Before boards, pages and sites, which take these along.
                    .thenComparing(endpoint -> !endpoint.path().startsWith("/content/posts"))
                    .thenComparing(endpoint -> !endpoint.path().contains("/presence/"));

    private Rightly() {}

    /** What an endpoint answers to its call in the list. */
    public static Answer call(
            Endpoint endpoint, Belongings own, Customer admin, Installation jium) {
        var use = Calls.of(endpoint).orElseThrow();
        var sender =
                switch (use.kind()) {
                    case PUBLIC -> jium.anybody();
                    case OWN, SELF ->
                            endsTheSession(endpoint)
                                    ? own.again(jium).customer().client()
                                    : own.customer().client();
                    case ADMIN -> admin.client();
                };
        return use.call().apply(own.withCurrentVersion()).send(endpoint, sender);
    }

    private static boolean endsTheSession(Endpoint endpoint) {
        return endpoint.path().endsWith("/logout") || endsTheAccount(endpoint);
    }

    /** Whether nothing can be done in the caller's name after it. */
    private static boolean endsTheAccount(Endpoint endpoint) {
        return endpoint.name().equals("DELETE /auth/profile");
    }

    /**
     * Whether that is an answer; what needs a secret from a mail cannot be had here, nor anything
     * that went wrong.
     */
    public static boolean isAnswered(Endpoint endpoint, Answer answer) {
        var needsASecret =
                Calls.of(endpoint).orElseThrow().kind() == Kind.PUBLIC && endpoint.isWriting();
        var wasJustSent = endpoint.path().endsWith("/resend") && answer.status() == 429;
        var needsAFailure = endpoint.path().matches(".*/(replay|retry)") && answer.status() == 404;
        return answer.status() < (needsASecret ? 500 : 400) || wasJustSent || needsAFailure;
    }
}
