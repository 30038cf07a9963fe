package io.jium.builder;

import io.jium.builder.page.ThinningHistory;
import io.jium.builder.page.Trash;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/** What is done for pages without being asked: old versions are thinned, the trash is emptied. */
@Component
class Housekeeping implements SmartInitializingSingleton, DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(Housekeeping.class);

    private final ThinningHistory thinning;
    private final Trash trash;
    private final BuilderSettings settings;
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("builder-housekeeping").factory());

    Housekeeping(ThinningHistory thinning, Trash trash, BuilderSettings settings) {
        this.thinning = thinning;
        this.trash = trash;
        this.settings = settings;
    }

    @Override
    public void afterSingletonsInstantiated() {
        var pause = settings.sweep().toMillis();
        var _ = timer.scheduleWithFixedDelay(this::tend, pause, pause, TimeUnit.MILLISECONDS);
    }

    private void tend() {
        attempt("the trash", trash::empty);
        for (var due = due(0); !due.isEmpty() && !timer.isShutdown(); due = due(due.getLast())) {
            due.forEach(page -> attempt("page " + page, () -> thinning.thin(page)));
        }
    }

    private List<Long> due(long after) {
        var due = new ArrayList<Long>();
        attempt("old versions", () -> due.addAll(thinning.due(after)));
        return due;
    }

    /** One that fails shall not keep the others from their turn, nor itself from the next. */
    private static void attempt(String what, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException failed) {
            LOG.warn("Housekeeping of {} failed and is tried again", what, failed);
        }
    }

    @Override
    public void destroy() {
        timer.shutdown();
        timer.close();
    }
}
