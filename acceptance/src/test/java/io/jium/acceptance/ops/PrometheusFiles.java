package io.jium.acceptance.ops;

import io.jium.acceptance.reference.Generated;
import java.util.List;
import java.util.stream.Collectors;

/** Whom Prometheus asks. */
final class PrometheusFiles {

    private static final String CONFIG =
            """
            # Prometheus for ops/compose; elsewhere the same with other targets.
            # %s
            global:
              scrape_interval: 15s
              evaluation_interval: 15s

            rule_files: [alerts.yaml]

            scrape_configs:
            - job_name: jium
              metrics_path: /actuator/prometheus
              # JIUM_METRICS_TOKEN of the processes.
              authorization: {credentials_file: /run/secrets/metrics}
              dns_sd_configs:
              - {names: [%s], type: A, port: 8080, refresh_interval: 10s}
              relabel_configs:
              - {source_labels: [__meta_dns_name], target_label: part}

            - job_name: haproxy
              static_configs: [{targets: ["haproxy:8404"]}]

            - job_name: kong
              static_configs: [{targets: ["kong:8100"]}]
            """;

    private PrometheusFiles() {}

    static List<Generated> all() {
        var names = Deployment.parts().stream().map(Part::name).collect(Collectors.joining(", "));
        return List.of(
                new Generated(
                        "ops/observability/prometheus.yml",
                        CONFIG.formatted(OpsFiles.MADE, names)));
    }
}
