package io.jium.platform.host;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code /actuator/health} of all services in one answer, in Spring Boot Actuator's form: {@code
 * readiness} is 200 once every service has started and its database answers, and 503 from the
 * moment the process is asked to stop; {@code liveness} is 200 as long as the process runs.
 */
final class Health extends HttpServlet {

    private static final long serialVersionUID = 1;

    private final transient Collection<RunningService> services;
    private final transient BooleanSupplier accepting;
    private final transient JsonMapper json;

    Health(Collection<RunningService> services, BooleanSupplier accepting, JsonMapper json) {
        this.services = services;
        this.accepting = accepting;
        this.json = json;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var up = accepting.getAsBoolean();
        var components = new LinkedHashMap<String, Object>();
        if (!"/liveness".equals(request.getPathInfo())) {
            for (var service : services) {
                var healthy = service.isHealthy();
                components.put(service.name(), Map.of("status", healthy ? "UP" : "DOWN"));
                up &= healthy;
            }
        }
        var body = new LinkedHashMap<String, Object>();
        body.put("status", up ? "UP" : accepting.getAsBoolean() ? "DOWN" : "OUT_OF_SERVICE");
        if (!components.isEmpty()) {
            body.put("components", components);
        }
        response.setStatus(up ? 200 : 503);
        response.setHeader("Cache-Control", "no-store");
        response.setContentType("application/json");
        response.getOutputStream().write(json.writeValueAsBytes(body));
    }
}
