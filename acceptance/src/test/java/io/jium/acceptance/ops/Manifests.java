package io.jium.acceptance.ops;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/** What Kustomize makes of an overlay. */
record Manifests(List<Yaml> all) {

    private static final Map<String, Class<?>> KINDS =
            Map.ofEntries(
                    Map.entry("v1 ConfigMap", ConfigMap.class),
                    Map.entry("v1 Namespace", Namespace.class),
                    Map.entry("v1 PersistentVolumeClaim", PersistentVolumeClaim.class),
                    Map.entry("v1 Secret", Secret.class),
                    Map.entry("v1 Service", Service.class),
                    Map.entry("apps/v1 Deployment", Deployment.class),
                    Map.entry("apps/v1 StatefulSet", StatefulSet.class),
                    Map.entry(
                            "autoscaling/v2 HorizontalPodAutoscaler",
                            HorizontalPodAutoscaler.class),
                    Map.entry("batch/v1 Job", Job.class),
                    Map.entry("networking.k8s.io/v1 Ingress", Ingress.class),
                    Map.entry("networking.k8s.io/v1 NetworkPolicy", NetworkPolicy.class),
                    Map.entry("policy/v1 PodDisruptionBudget", PodDisruptionBudget.class));

    /** Refuses what the types do not know, which they would else keep. */
    private static final ObjectMapper STRICT =
            new ObjectMapper()
                    .setAnnotationIntrospector(
                            new JacksonAnnotationIntrospector() {
                                private static final long serialVersionUID = 1;

                                @Override
                                public Boolean hasAnySetter(Annotated annotated) {
                                    return false;
                                }
                            });

    private static final Map<Path, Manifests> MADE = new ConcurrentHashMap<>();

    /** Skips the test where there is no kubectl. */
    static Manifests of(Path overlay) {
        var kubectl = Tool.ifHere("kubectl");
        return MADE.computeIfAbsent(overlay, folder -> make(kubectl, folder));
    }

    private static Manifests make(Tool kubectl, Path overlay) {
        var made = kubectl.run("kustomize", overlay);
        if (made.code() != 0) {
            throw new AssertionError(made.text());
        }
        return new Manifests(Yaml.documents(made.text()));
    }

    /** Throws on a field that Kubernetes does not have, or a value of another type. */
    static void read(Yaml manifest) {
        var kind = manifest.text("apiVersion") + " " + manifest.text("kind");
        STRICT.convertValue(
                manifest.map(), Objects.requireNonNull(KINDS.get(kind), "no such kind: " + kind));
    }

    List<Yaml> of(String kind) {
        return all.stream().filter(manifest -> manifest.text("kind").equals(kind)).toList();
    }

    static String name(Yaml manifest) {
        return manifest.at("metadata").text("name");
    }
}
