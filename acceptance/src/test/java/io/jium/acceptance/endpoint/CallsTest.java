package io.jium.acceptance.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import io.jium.acceptance.installation.Topology;
import io.jium.acceptance.openapi.Operations;
import java.util.ArrayList;
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
        for (var endpoint :
                Endpoints.ofThePublic().stream().sorted(Rightly.DESTRUCTIVE_LAST).toList()) {
            var answer = Rightly.call(endpoint, rightful, admin, jium);
            if (!Rightly.isAnswered(endpoint, answer)) {
                wrong.add(endpoint + " answers " + answer);
            } else if (answer.status() < 300 && answer.status() != documented(endpoint)) {
                wrong.add(endpoint + " is documented otherwise: " + answer);
            }
        }
        assertThat(wrong).isEmpty();
    }

    private static int documented(Endpoint endpoint) {
        var call = endpoint.name().replaceFirst(" as .*", "");
        return Objects.requireNonNull(Operations.all().get(call), call).status();
    }
}
