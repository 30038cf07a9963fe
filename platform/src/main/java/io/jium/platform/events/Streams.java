package io.jium.platform.events;

import io.jium.platform.redis.Redis;
import io.lettuce.core.Consumer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Events of this service through Redis, when the installation has one. */
@Component
class Streams implements SmartInitializingSingleton, DisposableBean {

    private final List<Thread> threads = new ArrayList<>();
    private final List<StreamHearing> hearings = new ArrayList<>();
    private final @Nullable StreamTelling telling;

    Streams(
            Optional<Redis> redis,
            Outbox outbox,
            Hearing hearing,
            EventRoutes routes,
            JsonMapper json,
            Environment environment) {
        var service = environment.getRequiredProperty("jium.service");
        this.telling =
                redis.filter(there -> !routes.audience().isEmpty())
                        .map(there ->
                                new StreamTelling(outbox, new TellerStream(there, json, service)))
                        .orElse(null);
        redis.ifPresent(there -> {
            var me = Consumer.from(service, process());
            routes.tellers()
                    .forEach((teller, told) ->
                            hearings.add(
                                    new StreamHearing(
                                            there,
                                            new TellerStream(there, json, teller),
                                            teller,
                                            me,
                                            hearing,
                                            told)));
        });
    }

    /** Tells this process from all others, those before it among them. */
    private static String process() {
        return UUID.randomUUID().toString();
    }

    @Override
    public void afterSingletonsInstantiated() {
        if (telling != null) {
            start(telling);
        }
        hearings.forEach(this::start);
    }

    private void start(Runnable work) {
        threads.add(Thread.ofVirtual().name(work.getClass().getSimpleName()).start(work));
    }

    /** Whether what this service tells goes this way at the moment. */
    boolean carry() {
        return telling != null && telling.carries();
    }

    void wake() {
        if (telling != null) {
            telling.wake();
        }
    }

    @Override
    public void destroy() throws InterruptedException {
        if (telling != null) {
            telling.stop();
        }
        hearings.forEach(StreamHearing::stop);
        for (var thread : threads) {
            thread.join(Duration.ofSeconds(5));
        }
    }
}
