package io.jium;

import io.jium.notification.NotificationService;
import io.jium.platform.host.Front;
import io.jium.platform.host.Host;
import java.time.Clock;
import java.util.List;

/** Jium in one process, or any part of it: {@code JIUM_RUN} says which services run here. */
public final class Jium {

    /** All services of the program. */
    public static final List<Class<?>> SERVICES = List.of(NotificationService.class);

    /** What stands before them at the public port. */
    public static final List<Front> FRONTS = List.of();

    private Jium() {}

    public static void main(String[] arguments) {
        var host = Host.start(SERVICES, FRONTS, System.getenv(), Clock.systemUTC());
        Runtime.getRuntime().addShutdownHook(new Thread(host::close, "stop"));
    }
}
