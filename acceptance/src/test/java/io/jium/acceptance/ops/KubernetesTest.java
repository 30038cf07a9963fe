package io.jium.acceptance.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class KubernetesTest {

    @TempDir private Path secrets;

    static Stream<Path> overlays() {
        return OpsFiles.files("kubernetes/overlays", "kustomization.yaml").stream()
                .map(Path::getParent);
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void everyOverlayIsMadeOfWhatKubernetesKnows(Path overlay) {
        var manifests = Manifests.of(overlay);
        assertThat(manifests.all())
                .isNotEmpty()
                .allSatisfy(manifest -> {
                    assertThatCode(() -> Manifests.read(manifest))
                            .as(Manifests.name(manifest))
                            .doesNotThrowAnyException();
                    if (!manifest.text("kind").equals("Namespace")) {
                        assertThat(manifest.at("metadata").text("namespace")).isEqualTo("jium");
                    }
                });
        assertThat(manifests.of("Deployment"))
                .extracting(Manifests::name)
                .containsExactlyInAnyOrderElementsOf(
                        Deployment.parts().stream().map(Part::name).toList());
    }

    @Test
    void whatKubernetesDoesNotKnowIsFound() {
        var planted =
                "{apiVersion: v1, kind: Service, metadata: {name: x}, spec: {ports: [{port: 1, tragetPort: 2}]}}";
        assertThatThrownBy(() -> Manifests.read(Yaml.documents(planted).getFirst()))
                .hasMessageContaining("tragetPort");
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void everyPodIsCheckedConfinedAndStopsInTime(Path overlay) {
        for (var deployment : Manifests.of(overlay).of("Deployment")) {
            var pod = deployment.at("spec", "template", "spec");
            var container = pod.list("containers").getFirst();
            assertThat(pod.list("containers")).as(Manifests.name(deployment)).hasSize(1);
            assertThat(container.map())
                    .containsKeys(
                            "startupProbe",
                            "readinessProbe",
                            "livenessProbe",
                            "lifecycle",
                            "resources");
            assertThat(pod.at("securityContext").map()).containsEntry("runAsNonRoot", true);
            assertThat(container.at("securityContext").map())
                    .containsEntry("readOnlyRootFilesystem", true)
                    .containsEntry("allowPrivilegeEscalation", false);
            assertThat(pod.map())
                    .containsEntry("automountServiceAccountToken", false)
                    .containsEntry("enableServiceLinks", false);
            assertThat(mounts(container)).contains("/data", "/tmp");
            // preStop takes 5 s, JIUM_STOP_TIMEOUT 20 s.
            assertThat((Integer) pod.map().get("terminationGracePeriodSeconds"))
                    .isGreaterThan(25 + 10);
        }
    }

    private static List<String> mounts(Yaml container) {
        return container.list("volumeMounts").stream()
                .map(mount -> mount.text("mountPath"))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void jiumAcceptsTheSettingsOfEveryPod(Path overlay) {
        var manifests = Manifests.of(overlay);
        var values = new TreeMap<String, Yaml>();
        manifests.of("ConfigMap").forEach(map -> values.put(Manifests.name(map), map.at("data")));
        for (var deployment : manifests.of("Deployment")) {
            var container = deployment.at("spec", "template", "spec").list("containers").getFirst();
            var environment = new TreeMap<String, String>();
            container
                    .list("envFrom")
                    .forEach(from ->
                            Objects.requireNonNull(values.get(from.at("configMapRef").text("name")))
                                    .map()
                                    .forEach((name, value) ->
                                            environment.put(name, value.toString())));
            container
                    .list("env")
                    .forEach(one ->
                            environment.put(
                                    one.text("name"),
                                    one.map().containsKey("value")
                                            ? one.text("value")
                                            : "redis://given-by-a-secret"));
            Environments.check(Manifests.name(deployment), environment);
        }
    }

    @Test
    void everySecretThatPodsReferToIsMade() {
        var folder = Environments.secrets(secrets);
        var _ = Tool.ifHere("kubectl");
        var made =
                new Tool("bash", Map.of())
                        .run(OpsFiles.folder().resolve("kubernetes/secrets.sh"), folder);
        assertThat(made.code()).as(made.text()).isZero();
        var keys = new ArrayList<String>();
        for (var secret : Yaml.documents(made.text())) {
            Manifests.read(secret);
            secret.at("data")
                    .map()
                    .keySet()
                    .forEach(key -> keys.add(Manifests.name(secret) + " " + key));
        }
        overlays()
                .forEach(overlay ->
                        assertThat(wanted(Manifests.of(overlay))).isNotEmpty().isSubsetOf(keys));
    }

    private static List<String> wanted(Manifests manifests) {
        return Stream.of("Deployment", "StatefulSet")
                .flatMap(kind -> manifests.of(kind).stream())
                .flatMap(one -> one.at("spec", "template", "spec").list("containers").stream())
                .flatMap(container -> container.list("env").stream())
                .map(one -> one.at("valueFrom", "secretKeyRef"))
                .filter(secret -> !secret.map().isEmpty())
                .map(secret -> secret.text("name") + " " + secret.text("key"))
                .toList();
    }
}
