package io.jium.platform.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.springframework.util.function.SingletonSupplier;

/** The meters of a process, made when somebody first needs them. Thread-safe. */
public final class Metrics implements AutoCloseable {

    private final List<Consumer<MeterRegistry>> lookers = new CopyOnWriteArrayList<>();
    private final JvmGcMetrics collections = new JvmGcMetrics();
    private final SingletonSupplier<PrometheusMeterRegistry> registry =
            SingletonSupplier.of(this::make);

    /** Where meters are registered. */
    public MeterRegistry registry() {
        return registry.obtain();
    }

    /** Looks at something, such as a length, each time somebody reads the meters. */
    public void onReading(Consumer<MeterRegistry> looker) {
        lookers.add(looker);
    }

    /** All meters in Prometheus' text format. */
    public String read() {
        var meters = registry.obtain();
        lookers.forEach(looker -> looker.accept(meters));
        return meters.scrape();
    }

    private PrometheusMeterRegistry make() {
        var made = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        new JvmMemoryMetrics().bindTo(made);
        new JvmThreadMetrics().bindTo(made);
        new ProcessorMetrics().bindTo(made);
        collections.bindTo(made);
        return made;
    }

    @Override
    public void close() {
        collections.close();
    }
}
