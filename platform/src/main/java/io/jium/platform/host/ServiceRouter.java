package io.jium.platform.host;

import io.jium.platform.problem.NotFound;
import io.jium.platform.problem.Problems;
import io.jium.platform.problem.Refusal;
import io.jium.platform.problem.Unavailable;
import io.jium.platform.web.Idempotency;
import io.jium.platform.web.KeptBody;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Hands a request to the service that its first path segment names; {@code /api/…} goes to the
 * owner of the contract, or one after the other to all that answer it.
 */
final class ServiceRouter extends HttpServlet {

    private static final long serialVersionUID = 1;
    private static final String API = "/api/";

    private final transient Map<String, RunningService> services;
    private final transient Map<String, Set<RunningService>> contracts;
    private final transient Problems problems;

    /**
     * @param contracts by the path segment after {@code /api/}
     */
    ServiceRouter(
            Map<String, RunningService> services,
            Map<String, Set<RunningService>> contracts,
            Problems problems) {
        this.services = services;
        this.contracts = contracts;
        this.problems = problems;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        try {
            var targets = targets(request.getRequestURI());
            if (targets.isEmpty()) {
                throw new NotFound();
            }
            for (var target : targets) {
                if (!target.isReady()) {
                    throw new Unavailable(target.name(), new IllegalStateException("is starting"));
                }
            }
            if (targets.size() > 1) {
                all(targets, request, response);
            } else {
                one(targets.iterator().next(), request, response);
            }
        } catch (Refusal refusal) {
            problems.write(refusal, request, response);
        }
    }

    private static void one(
            RunningService service, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        if (Idempotency.asked(request)) {
            Idempotency.once(
                    service.idempotencyKeys(), request, response, service.servlet()::service);
        } else {
            service.servlet().service(request, response);
        }
    }

    /** The first refusal is the answer, else what the last one says. */
    private static void all(
            Set<RunningService> services, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        var body = request.getInputStream().readAllBytes();
        var answer = new ContentCachingResponseWrapper(response);
        for (var service : services) {
            answer = new ContentCachingResponseWrapper(response);
            service.servlet().service(new KeptBody(request, body), answer);
            if (answer.getStatus() >= 400) {
                break;
            }
        }
        answer.copyBodyToResponse();
    }

    private Set<RunningService> targets(String path) {
        var first = segment(path, 1);
        if (!first.equals("api")) {
            return service(first);
        }
        var contract = segment(path, API.length());
        return contract.equals("events")
                // Every service hears events: the next segment says which one is meant.
                ? service(segment(path, API.length() + "events/".length()))
                : contracts.getOrDefault(contract, Set.of());
    }

    private Set<RunningService> service(String name) {
        var service = services.get(name);
        return service == null ? Set.of() : Set.of(service);
    }

    private static String segment(String path, int from) {
        if (from > path.length()) {
            return "";
        }
        var end = path.indexOf('/', from);
        return end < 0 ? path.substring(from) : path.substring(from, end);
    }
}
