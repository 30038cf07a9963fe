package io.jium.acceptance.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import io.jium.acceptance.installation.Topology;
import io.jium.acceptance.openapi.Operations;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class CallsTest {

    /** Else the refusals that the generated tests ask for would prove nothing. */
    @Test
    void everyEndpointAnswersWhomItIsFor() {
        var jium = Topology.H2.installation();
        var rightful = Belongings.of(jium);
        var admin = jium.administrator();
        var wrong = new ArrayList<String>();
        for (var endpoint : Endpoints.ofThePublic().stream().sorted(DESTRUCTIVE_LAST).toList()) {
            var use = Calls.of(endpoint).orElseThrow();
            var sender =
                    switch (use.kind()) {
                        case PUBLIC -> jium.anybody();
                        case OWN, SELF ->
                                endsTheSession(endpoint)
                                        ? rightful.again(jium).customer().client()
                                        : rightful.customer().client();
                        case ADMIN -> admin.client();
                    };
            var answer = use.call().apply(rightful.withCurrentVersion()).send(endpoint, sender);
            var needsASecret = use.kind() == Kind.PUBLIC && endpoint.isWriting();
            var wasJustSent = endpoint.path().endsWith("/resend") && answer.status() == 429;
            if (answer.status() >= (needsASecret ? 500 : 400) && !wasJustSent) {
                wrong.add(endpoint + " answers " + answer);
            } else if (answer.status() < 300 && answer.status() != documented(endpoint)) {
                wrong.add(endpoint + " is documented otherwise: " + answer);
            }
        }
        assertThat(wrong).isEmpty();
    }

    private static boolean endsTheSession(Endpoint endpoint) {
        return endpoint.path().endsWith("/logout") || endsTheAccount(endpoint);
    }

    private static boolean endsTheAccount(Endpoint endpoint) {
        return endpoint.name().equals("DELETE /auth/profile");
    }

    private static int documented(Endpoint endpoint) {
        var call = endpoint.name().replaceFirst(" as .*", "");
        return Objects.requireNonNull(Operations.all().get(call), call).status();
    }

    private static final Comparator<Endpoint> DESTRUCTIVE_LAST =
            Comparator.comparing(CallsTest::endsTheAccount)
                    .thenComparing(endpoint -> endpoint.path().endsWith("/logout"))
                    .thenComparing(endpoint -> endpoint.path().contains("/sessions/"))
                    .thenComparing(endpoint -> endpoint.httpMethod().equals("DELETE"))
                    // Before boards and sites, which take their posts along.
                    .thenComparing(endpoint -> !endpoint.path().startsWith("/content/posts"));
}
