package io.jium.acceptance.ops;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Reads the policies as a cluster would: both ends have to allow a call. */
class NetworkPoliciesTest {

    private static final List<String> STORES = List.of("mariadb", "redis");

    private final Map<String, Yaml> policies = new TreeMap<>();

    NetworkPoliciesTest() {
        OpsFiles.files("kubernetes/base", ".yaml").stream()
                .flatMap(file -> Yaml.documents(OpsFiles.text(file)).stream())
                .filter(document -> document.text("kind").equals("NetworkPolicy"))
                .forEach(policy ->
                        policies.put(policy.at("metadata").text("name"), policy.at("spec")));
    }

    @Test
    void partsMayCallExactlyWhomTheyNeedOrHearOrTell() {
        var parts = Deployment.parts().stream().map(Part::name).toList();
        for (var from : Deployment.parts()) {
            var allowed = new TreeSet<String>();
            for (var to : parts) {
                if (mayLeave(from.name(), "jium/part", to, 8080) && mayEnter(from.name(), to)) {
                    allowed.add(to);
                }
            }
            assertThat(allowed).as(from.name()).isEqualTo(new TreeSet<>(from.calls()));
        }
    }

    @Test
    void whatIsKnownOfSomeCallsIsSo() {
        assertThat(mayEnter("payment", "builder")).isTrue();
        assertThat(mayEnter("gateway", "auth")).isTrue();
        assertThat(mayEnter("builder", "notification")).isFalse();
        assertThat(mayEnter("edge", "auth")).isFalse();
        assertThat(mayLeave("auth", "jium/part", "payment", 8080)).as("told there").isTrue();
        assertThat(mayLeave("payment", "jium/part", "auth", 8080)).as("asked for").isTrue();
    }

    @Test
    void onlyServicesReachTheDatabaseAndTheEdgeNotEvenRedis() {
        for (var part : Deployment.parts()) {
            var stores =
                    Stream.of(3306, 6379)
                            .filter(port ->
                                    STORES.stream()
                                            .anyMatch(store ->
                                                    mayLeave(
                                                            part.name(),
                                                            "jium/store",
                                                            store,
                                                            port)))
                            .toList();
            assertThat(stores)
                    .as(part.name())
                    .isEqualTo(
                            part.isService()
                                    ? List.of(3306, 6379)
                                    : part.hasRedis() ? List.of(6379) : List.of());
        }
    }

    @Test
    void nothingIsAllowedUnlessSomebodySaysSo() {
        var nothing = policy("nothing-by-default");
        assertThat(nothing.at("podSelector").map()).isEmpty();
        assertThat(nothing.texts("policyTypes")).containsExactly("Ingress", "Egress");
        assertThat(nothing.map()).doesNotContainKeys("ingress", "egress");
        assertThat(policies.keySet())
                .hasSize(Deployment.parts().size() + 2)
                .containsAll(Deployment.parts().stream().map(Part::name).toList());
    }

    private Yaml policy(String name) {
        return Objects.requireNonNull(policies.get(name), name);
    }

    private boolean mayLeave(String from, String label, String to, int port) {
        return policy(from).list("egress").stream()
                .filter(rule -> allows(rule, port))
                .flatMap(rule -> rule.list("to").stream())
                .anyMatch(peer -> selects(peer, label, to));
    }

    private boolean mayEnter(String from, String to) {
        return policy(to).list("ingress").stream()
                .filter(rule -> allows(rule, 8080))
                .flatMap(rule -> rule.list("from").stream())
                .anyMatch(peer -> selects(peer, "jium/part", from));
    }

    /** A rule without ports allows all of them. */
    private static boolean allows(Yaml rule, int port) {
        var ports = rule.list("ports");
        return ports.isEmpty()
                || ports.stream().anyMatch(one -> one.text("port").equals(String.valueOf(port)));
    }

    private static boolean selects(Yaml peer, String label, String value) {
        if (!peer.map().containsKey("podSelector")) {
            // Other namespaces are not of our parts.
            return false;
        }
        var selector = peer.at("podSelector");
        var labels = selector.at("matchLabels").map();
        return labels.entrySet().stream()
                        .allMatch(wanted ->
                                wanted.getKey().equals(label) && wanted.getValue().equals(value))
                && selector.list("matchExpressions").stream()
                        .allMatch(wanted ->
                                wanted.text("operator").equals("In")
                                        && wanted.text("key").equals(label)
                                        && wanted.texts("values").contains(value));
    }
}
