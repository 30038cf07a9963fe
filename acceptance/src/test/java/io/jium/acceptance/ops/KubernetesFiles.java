package io.jium.acceptance.ops;

import io.jium.acceptance.ops.Part.Files;
import io.jium.acceptance.reference.Generated;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A file for each part; what all have in common is in {@code base/pod.yaml}. */
final class KubernetesFiles {

    private static final String PART =
            """
            # %1$s
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: %2$s}
            spec:
              selector: {matchLabels: {jium/part: %2$s}}
              template:
                metadata: {labels: {jium/part: %2$s}}
                spec:
                  topologySpreadConstraints:
                  - {maxSkew: 1, topologyKey: kubernetes.io/hostname, whenUnsatisfiable: ScheduleAnyway, labelSelector: {matchLabels: {jium/part: %2$s}}}
                  - {maxSkew: 1, topologyKey: topology.kubernetes.io/zone, whenUnsatisfiable: ScheduleAnyway, labelSelector: {matchLabels: {jium/part: %2$s}}}
                  containers:
                  - name: jium
                    envFrom:
            %3$s        env:
            %4$s        resources:
                      requests: {cpu: 100m, memory: %5$dMi}
                      limits: {memory: %5$dMi}
            %6$s---
            apiVersion: v1
            kind: Service
            metadata: {name: %2$s}
            spec:
              selector: {jium/part: %2$s}
              ports: [{name: http, port: 8080, targetPort: http}]
            ---
            apiVersion: policy/v1
            kind: PodDisruptionBudget
            metadata: {name: %2$s}
            spec:
              maxUnavailable: 1
              selector: {matchLabels: {jium/part: %2$s}}
            ---
            apiVersion: autoscaling/v2
            kind: HorizontalPodAutoscaler
            metadata: {name: %2$s}
            spec:
              scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: %2$s}
              minReplicas: %7$d
              maxReplicas: %8$d
              metrics:
              - {type: Resource, resource: {name: cpu, target: {type: AverageValue, averageValue: 700m}}}
              # Java starts with a burst that is no load.
              behavior: {scaleUp: {stabilizationWindowSeconds: 60}}
            ---
            apiVersion: networking.k8s.io/v1
            kind: NetworkPolicy
            metadata: {name: %2$s}
            spec:
              podSelector: {matchLabels: {jium/part: %2$s}}
              policyTypes: [Ingress, Egress]
              ingress:
            %9$s\
            """;

    private KubernetesFiles() {}

    static List<Generated> all() {
        var files = new ArrayList<Generated>();
        Deployment.parts().forEach(part -> files.add(file(part.name() + ".yaml", part(part))));
        files.add(file("kustomization.yaml", kustomization()));
        files.add(file("addresses.env", addresses()));
        files.add(
                new Generated(
                        "ops/kubernetes/overlays/small/databases.sh", ScriptFiles.databases()));
        return files;
    }

    private static Generated file(String name, String text) {
        return new Generated("ops/kubernetes/base/parts/" + name, text);
    }

    private static String part(Part part) {
        return PART.formatted(
                OpsFiles.MADE,
                part.name(),
                settings(part),
                environment(part),
                part.memory(),
                volumes(part),
                part.size().least(),
                part.size().most(),
                policy(part));
    }

    private static String settings(Part part) {
        return "        - configMapRef: {name: jium}\n"
                + (part.hasRedis() ? "        - configMapRef: {name: jium-addresses}\n" : "");
    }

    private static String environment(Part part) {
        var text = new StringBuilder();
        text.append("        - {name: JIUM_RUN, value: %s}\n".formatted(part.name()));
        text.append("        - {name: JAVA_OPTIONS, value: %s}\n".formatted(part.javaOptions()));
        if (part.hasRedis()) {
            text.append(secret("JIUM_REDIS_URL", "jium-redis", "redis-url"));
        }
        if (!part.hasRedis()) {
            // It has no folder of keys, since it calls nobody.
            text.append(secret("JIUM_METRICS_TOKEN", "jium-keys", "metrics"));
        }
        if (part.isService()) {
            text.append(
                    "        - {name: JIUM_DATABASE_USER, value: jium_%s}\n"
                            .formatted(part.name()));
            text.append(
                    secret("JIUM_DATABASE_PASSWORD", "jium-database", "database-" + part.name()));
        }
        if (part.name().equals("auth")) {
            text.append(secret("JIUM_ADMIN_PASSWORD", "jium-admin", "admin-password"));
        }
        return text.toString();
    }

    private static String volumes(Part part) {
        var mounts = new ArrayList<String>();
        var volumes = new ArrayList<String>();
        if (part.hasRedis()) {
            // The whole folder, not single files: then a changed secret arrives while the pod runs.
            mounts.add("{name: keys, mountPath: /data/secrets, readOnly: true}");
            volumes.add("{name: keys, secret: {secretName: jium-keys, defaultMode: 0440}}");
        }
        if (part.files() != Files.NONE) {
            var access = part.files() == Files.READ ? ", readOnly: true" : "";
            mounts.add("{name: sites, mountPath: /data/sites%s}".formatted(access));
            volumes.add(
                    "{name: sites, persistentVolumeClaim: {claimName: sites%s}}".formatted(access));
        }
        return "        volumeMounts:\n"
                + listed("        ", mounts)
                + "      volumes:\n"
                + listed("      ", volumes);
    }

    private static String listed(String indent, List<String> entries) {
        return entries.stream()
                .map(entry -> "%s- %s\n".formatted(indent, entry))
                .collect(Collectors.joining());
    }

    private static String secret(String setting, String name, String key) {
        return "        - {name: %s, valueFrom: {secretKeyRef: {name: %s, key: %s}}}\n"
                .formatted(setting, name, key);
    }

    private static String policy(Part part) {
        var callers = Deployment.callers(part);
        var text = new StringBuilder();
        if (callers.isEmpty()) {
            text.append("  # People, through the Ingress.\n");
            text.append(rule("from", namespace("jium/ingress"), 8080));
        } else {
            text.append(rule("from", parts(callers), 8080));
        }
        text.append(rule("from", namespace("jium/monitoring"), 8080));
        if (!part.hasRedis()) {
            return text.append("  egress: []\n").toString();
        }
        text.append("  egress:\n");
        text.append(rule("to", parts(part.calls().stream().sorted().toList()), 8080));
        text.append(rule("to", store("redis"), 6379));
        if (part.isService()) {
            text.append(rule("to", store("mariadb"), 3306));
        }
        return text.toString();
    }

    private static String rule(String direction, String whom, int port) {
        return "  - {%s: [%s], ports: [{port: %d}]}\n".formatted(direction, whom, port);
    }

    private static String parts(List<String> names) {
        return "{podSelector: {matchExpressions: [{key: jium/part, operator: In, values: [%s]}]}}"
                .formatted(String.join(", ", names));
    }

    private static String namespace(String label) {
        return "{namespaceSelector: {matchLabels: {%s: \"true\"}}}".formatted(label);
    }

    private static String store(String name) {
        return "{podSelector: {matchLabels: {jium/store: %s}}}".formatted(name);
    }

    private static String kustomization() {
        var names =
                Deployment.parts().stream()
                        .map(part -> "- %s.yaml\n".formatted(part.name()))
                        .collect(Collectors.joining());
        return """
        # %s
        apiVersion: kustomize.config.k8s.io/v1beta1
        kind: Kustomization
        resources:
        %s
        configMapGenerator:
        - name: jium-addresses
          envs: [addresses.env]
        """
                .formatted(OpsFiles.MADE, names);
    }

    private static String addresses() {
        var text = new StringBuilder("# %s\n".formatted(OpsFiles.MADE));
        Deployment.addresses(part -> "http://%s:8080".formatted(part.name()))
                .forEach((name, address) -> text.append("%s=%s\n".formatted(name, address)));
        return text.toString();
    }
}
