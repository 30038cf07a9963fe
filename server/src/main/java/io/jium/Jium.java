package io.jium;

import io.jium.auth.AuthService;
import io.jium.builder.BuilderService;
import io.jium.content.ContentService;
import io.jium.deploy.DeployService;
import io.jium.edge.PublishedSites;
import io.jium.gateway.ApiDocs;
import io.jium.gateway.Console;
import io.jium.gateway.Gateway;
import io.jium.notification.NotificationService;
import io.jium.payment.PaymentService;
import io.jium.platform.host.Front;
import io.jium.platform.host.Host;
import io.jium.platform.settings.WrongSettings;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import org.slf4j.LoggerFactory;

/** Jium in one process, or any part of it: {@code JIUM_RUN} says which parts run here. */
public final class Jium {

    /** All services of the program. */
    public static final List<Class<?>> SERVICES =
            List.of(
                    AuthService.class,
                    PaymentService.class,
                    BuilderService.class,
                    ContentService.class,
                    DeployService.class,
                    NotificationService.class);

    /** What stands before them at the public port, the first one outermost. */
    public static final List<Front> FRONTS =
            List.of(new PublishedSites(), new Gateway(), new ApiDocs(), new Console());

    private Jium() {}

    /**
     * @param arguments none, or {@code --train}: see {@link Training}
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        if (List.of(arguments).equals(List.of("--train"))) {
            Training.run();
            return;
        }
        try {
            var host = Host.start(SERVICES, FRONTS, System.getenv(), Clock.systemUTC());
            Runtime.getRuntime().addShutdownHook(new Thread(host::close, "stop"));
        } catch (WrongSettings wrong) {
            LoggerFactory.getLogger(Jium.class).error("{}", wrong.getMessage());
            System.exit(2);
        } catch (RuntimeException | Error failed) {
            // Threads that are left must not keep a process alive that nobody would start again.
            LoggerFactory.getLogger(Jium.class).error("Jium does not start", failed);
            System.exit(1);
        }
    }
}
