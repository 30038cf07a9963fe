package io.jium.platform.host;

import io.jium.platform.data.ServiceDatabase;
import io.jium.platform.events.ServiceEvents;
import io.jium.platform.web.IdempotencyKeys;
import io.jium.platform.web.ServiceWeb;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.concurrent.SimpleAsyncTaskScheduler;

/** What every service has: a database, a web layer, idempotency keys, events, a clockwork. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
@Import({ServiceDatabase.class, ServiceWeb.class, ServiceEvents.class, IdempotencyKeys.class})
class ServiceDefaults {

    @Bean
    TaskScheduler taskScheduler() {
        var scheduler = new SimpleAsyncTaskScheduler();
        scheduler.setVirtualThreads(true);
        scheduler.setTaskTerminationTimeout(5_000);
        return scheduler;
    }
}
