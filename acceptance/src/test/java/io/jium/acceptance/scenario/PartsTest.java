package io.jium.acceptance.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.jium.acceptance.Product;
import io.jium.acceptance.installation.ChildProcess;
import io.jium.acceptance.installation.Client;
import io.jium.acceptance.installation.Installation;
import io.jium.platform.testing.TestClock;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A process of services alone, and one of the gateway alone in front of it. */
class PartsTest {

    private static final String SECRET = "parts-service-secret-0123456789abcdef";

    @Test
    void theGatewayIsTheWayToServicesElsewhereAndCountsWhoUsesIt() {
        var port = ChildProcess.freePort();
        try (var gateway = Installation.inOneProcess(inFrontOf(port), new TestClock())) {
            gateway.anybody().get("/actuator/health/readiness").expect(200);
            gateway.anybody().get("/openapi.json").expect(200);
            gateway.anybody().get("/payment/plans").expectProblem(502, "bad_gateway");
            try (var services = Installation.inOneProcess(alone(port), new TestClock())) {
                services.anybody().get("/openapi.json").expect(404);
                services.anybody().get("/actuator/health/readiness").expect(200);
                useThrough(gateway);
            }
        }
    }

    private static void useThrough(Installation gateway) {
        gateway.anybody().get("/auth/profile").expectProblem(401, "unauthenticated");
        gateway.anybody().get("/api/users/1").expect(401);
        var customer = gateway.customer();
        var profile = customer.client().get("/auth/profile").expect(200);
        assertThat(profile.at("email").asString()).isEqualTo(customer.email());
        assertThat(profile.header("RateLimit-Remaining")).isEqualTo("4");
        exhaust(customer.client());
    }

    private static Map<String, String> alone(int port) {
        return Map.of(
                "JIUM_RUN", String.join(",", Product.services()),
                "JIUM_PORT", Integer.toString(port),
                "JIUM_SERVICE_SECRET", SECRET);
    }

    private static void exhaust(Client client) {
        for (var i = 0; i < 4; i++) {
            client.get("/payment/services").expect(200);
        }
        var refused = client.get("/auth/profile").expectProblem(429, "too_many_requests");
        assertThat(refused.header("Retry-After")).matches("[1-9][0-9]?");
        assertThat(refused.at("message").asString()).isEqualTo("API rate limit exceeded");
    }

    private static Map<String, String> inFrontOf(int port) {
        var settings = new HashMap<String, String>();
        settings.put("JIUM_RUN", "gateway,edge");
        settings.put("JIUM_RATE_LIMIT_PER_MINUTE", "5");
        settings.put("JIUM_RATE_LIMIT_PER_HOUR", "1000");
        settings.put("JIUM_SERVICE_SECRET", SECRET);
        for (var service : Product.services()) {
            settings.put(
                    "JIUM_%s_URL".formatted(service.toUpperCase(java.util.Locale.ROOT)),
                    "http://127.0.0.1:" + port);
        }
        return settings;
    }
}
