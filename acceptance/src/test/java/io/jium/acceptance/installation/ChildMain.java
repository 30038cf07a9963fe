package io.jium.acceptance.installation;

import io.jium.Jium;
import io.jium.platform.host.Host;
import java.time.Clock;

/** The program of a child process: what {@link Jium} starts, with the fronts that were built. */
final class ChildMain {

    private ChildMain() {}

    public static void main(String[] arguments) {
        var host = Host.start(Jium.SERVICES, Fronts.built(), System.getenv(), Clock.systemUTC());
        Runtime.getRuntime().addShutdownHook(new Thread(host::close, "stop"));
    }
}
