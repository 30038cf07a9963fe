package io.jium.platform.host;

import io.jium.platform.problem.NotFound;
import io.jium.platform.problem.Problems;
import io.jium.platform.problem.Refusal;
import io.jium.platform.problem.Unavailable;
import io.jium.platform.web.Idempotency;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Hands a request to the service that its first path segment names; {@code /api/…} goes to the
 * owner of the contract.
 */
final class ServiceRouter extends HttpServlet {

    private static final long serialVersionUID = 1;
    private static final String API = "/api/";

    private final transient Map<String, RunningService> services;
    private final transient Map<String, RunningService> contracts;
    private final transient Problems problems;

    /**
     * @param contracts by the path segment after {@code /api/}
     */
    ServiceRouter(
            Map<String, RunningService> services,
            Map<String, RunningService> contracts,
            Problems problems) {
        this.services = services;
        this.contracts = contracts;
        this.problems = problems;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        try {
            var service = target(request.getRequestURI());
            if (service == null) {
                throw new NotFound();
            }
            if (!service.isReady()) {
                throw new Unavailable(service.name(), new IllegalStateException("is starting"));
            }
            if (Idempotency.asked(request)) {
                Idempotency.once(
                        service.idempotencyKeys(), request, response, service.servlet()::service);
            } else {
                service.servlet().service(request, response);
            }
        } catch (Refusal refusal) {
            problems.write(refusal, request, response);
        }
    }

    private @Nullable RunningService target(String path) {
        var first = segment(path, 1);
        if (!first.equals("api")) {
            return services.get(first);
        }
        var contract = segment(path, API.length());
        return contract.equals("events")
                // Every service hears events: the next segment says which one is meant.
                ? services.get(segment(path, API.length() + "events/".length()))
                : contracts.get(contract);
    }

    private static String segment(String path, int from) {
        if (from > path.length()) {
            return "";
        }
        var end = path.indexOf('/', from);
        return end < 0 ? path.substring(from) : path.substring(from, end);
    }
}
