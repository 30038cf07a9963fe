package io.jium.payment;

import io.jium.payment.OwnedSites.Site;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/** Empties the trash of sites now and then; several processes may do so at once. */
@Component
class Housekeeping implements SmartInitializingSingleton, DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(Housekeeping.class);

    private final EmptyingTrash trash;
    private final PaymentSettings settings;
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("payment-housekeeping").factory());

    Housekeeping(EmptyingTrash trash, PaymentSettings settings) {
        this.trash = trash;
        this.settings = settings;
    }

    @Override
    public void afterSingletonsInstantiated() {
        var pause = settings.sweep().toMillis();
        var _ = timer.scheduleWithFixedDelay(this::tend, pause, pause, TimeUnit.MILLISECONDS);
    }

    private void tend() {
        try {
            trash.due().forEach(this::expire);
        } catch (RuntimeException failed) {
            LOG.warn("The trash of sites cannot be looked through; it is tried again", failed);
        }
    }

    /** One that cannot be deleted does not keep the others. */
    private void expire(Site site) {
        try {
            trash.expire(site);
        } catch (RuntimeException failed) {
            LOG.warn("Site {} stays in the trash for now; it is tried again", site.id(), failed);
        }
    }

    @Override
    public void destroy() {
        timer.shutdown();
        timer.close();
    }
}
