package io.jium.acceptance.ops;

import io.jium.Jium;
import io.jium.acceptance.Product;
import io.jium.acceptance.ops.Part.Files;
import io.jium.acceptance.ops.Part.Size;
import io.jium.contracts.auth.Sessions;
import io.jium.platform.binding.Contracts;
import io.jium.platform.events.EventTypes;
import io.jium.platform.host.JiumService;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What Jium in processes of their own consists of. Every topology of {@code ops/} is rendered from
 * this; who calls whom is read off the services themselves.
 */
final class Deployment {

    static final String GATEWAY = "gateway";
    static final String EDGE = "edge";

    /** Whom everybody asks for keys and sessions. */
    private static final String AUTH = Contracts.owner(Sessions.class);

    private static final Map<String, Size> SIZES =
            Map.of(
                    GATEWAY,
                    new Size(8081, 256, 2, 6),
                    EDGE,
                    new Size(8082, 384, 2, 8),
                    "auth",
                    new Size(8083, 192, 2, 4),
                    "payment",
                    new Size(8084, 192, 2, 4),
                    "builder",
                    new Size(8085, 384, 2, 8),
                    "deploy",
                    new Size(8086, 384, 2, 4),
                    "notification",
                    new Size(8087, 128, 2, 3),
                    "content",
                    new Size(8088, 256, 2, 6));

    /** Whoever keeps uploads or published sites. */
    private static final Set<String> WRITERS = Set.of("builder", "deploy");

    private Deployment() {}

    /** The fronts and then the services, as the program lists them. */
    static List<Part> parts() {
        var calls = calls();
        var parts = new ArrayList<Part>();
        parts.add(new Part(GATEWAY, size(GATEWAY), false, Files.NONE, Set.copyOf(calls.keySet())));
        parts.add(new Part(EDGE, size(EDGE), false, Files.READ, Set.of()));
        calls.forEach((name, called) ->
                parts.add(
                        new Part(
                                name,
                                size(name),
                                true,
                                WRITERS.contains(name) ? Files.WRITE : Files.NONE,
                                called)));
        return parts;
    }

    static List<Part> services() {
        return parts().stream().filter(Part::isService).toList();
    }

    /** The parts that call this one. */
    static List<String> callers(Part called) {
        return parts().stream()
                .filter(part -> part.calls().contains(called.name()))
                .map(Part::name)
                .toList();
    }

    static String names(String separator) {
        return services().stream().map(Part::name).collect(Collectors.joining(separator));
    }

    private static Size size(String name) {
        var size = SIZES.get(name);
        if (size == null) {
            throw new AssertionError("%s has no size and port in Deployment yet".formatted(name));
        }
        return size;
    }

    /** Whom each service calls, in the program's order of services. */
    private static Map<String, Set<String>> calls() {
        var calls = new java.util.LinkedHashMap<String, Set<String>>();
        Product.services().forEach(name -> calls.put(name, new TreeSet<>(Set.of(AUTH))));
        for (var type : Jium.SERVICES) {
            var service = definition(type);
            var own = Objects.requireNonNull(calls.get(service.name()));
            Stream.of(service.needs()).map(Contracts::owner).forEach(own::add);
            for (var event : service.hears()) {
                // What was told is carried there, and what was missed is asked for.
                var teller = EventTypes.teller(event);
                own.add(teller);
                Objects.requireNonNull(calls.get(teller)).add(service.name());
            }
        }
        calls.forEach((name, called) -> called.remove(name));
        return calls;
    }

    private static JiumService definition(Class<?> type) {
        return Objects.requireNonNull(type.getAnnotation(JiumService.class));
    }

    /** {@code JIUM_<SERVICE>_URL} of all services, by an address for each. */
    static Map<String, String> addresses(java.util.function.Function<Part, String> address) {
        var addresses = new TreeMap<String, String>();
        services().forEach(part -> addresses.put(part.addressSetting(), address.apply(part)));
        return addresses;
    }
}
