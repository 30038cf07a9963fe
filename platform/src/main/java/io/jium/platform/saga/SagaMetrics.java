package io.jium.platform.saga;

import io.jium.platform.metrics.Metrics;
import io.jium.platform.saga.Run.Status;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.util.List;
import java.util.Locale;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** How many sagas have not ended: {@code jium_sagas} by service and status. */
@Component
class SagaMetrics {

    private final SagaRows rows;
    private final String service;

    SagaMetrics(Metrics metrics, SagaRows rows, Environment environment) {
        this.rows = rows;
        this.service = environment.getRequiredProperty("jium.service");
        metrics.onReading(this::look);
    }

    private void look(MeterRegistry registry) {
        for (var status : List.of(Status.RUNNING, Status.STUCK)) {
            var tags =
                    Tags.of("service", service, "status", status.name().toLowerCase(Locale.ROOT));
            registry.gauge("jium.sagas", tags, rows, all -> all.count(status));
        }
    }
}
