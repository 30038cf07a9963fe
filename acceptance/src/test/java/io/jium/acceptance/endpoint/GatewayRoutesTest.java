package io.jium.acceptance.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import io.jium.acceptance.Product;
import io.jium.gateway.Routes;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The gateway's table says who needs a token; so do the endpoints themselves. */
class GatewayRoutesTest {

    @Test
    void theGatewayAsksForATokenWhereTheEndpointDoes() {
        assertThat(Endpoints.ofThePublic())
                .allSatisfy(endpoint ->
                        assertThat(Routes.isPublic(endpoint.httpMethod(), example(endpoint.path())))
                                .as("%s is public", endpoint)
                                .isEqualTo(endpoint.isAnonymous()));
    }

    @Test
    void nothingIsPublicThatNoEndpointAnswers() {
        var services = Product.services();
        assertThat(Routes.publicPaths())
                .filteredOn(route -> services.contains(route.split("[ /]+")[1]))
                .isSubsetOf(
                        Endpoints.ofThePublic().stream()
                                .map(endpoint ->
                                        endpoint.httpMethod()
                                                + " "
                                                + endpoint.path().replaceAll("\\{[^}]*}", "*"))
                                .toList());
    }

    @Test
    void aPublicAddressIsThatAloneAndForItsMethod() {
        assertThat(
                        List.of(
                                Routes.isPublic("POST", "/auth/login"),
                                Routes.isPublic("GET", "/auth/login"),
                                Routes.isPublic("POST", "/auth/loginx"),
                                Routes.isPublic("POST", "/auth/login/x"),
                                Routes.isPublic("POST", "/builder/templates"),
                                Routes.isPublic("HEAD", "/builder/templates")))
                .containsExactly(true, false, false, false, false, true);
    }

    private static String example(String path) {
        return path.replaceAll("\\{[^}]*}", "7");
    }
}
