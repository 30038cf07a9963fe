package io.jium.gateway;

import io.jium.platform.host.Front;
import io.jium.platform.host.UnreadBodies;
import io.jium.platform.web.BodyLimit;
import java.util.List;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.handler.GracefulHandler;

/** Puts the way to the services before the rest of the process. */
public final class Gateway implements Front {

    @Override
    public String part() {
        return "gateway";
    }

    @Override
    public List<Class<? extends Record>> settings() {
        return List.of(GatewaySettings.class);
    }

    @Override
    public Handler before(Handler next, Surroundings here) {
        var settings = here.settings(GatewaySettings.class);
        var alone = new LocalCounters();
        var redis = here.redis();
        var counters = redis == null ? alone : new RedisCounters(redis, alone);
        var remotes = here.process().remotes();
        remotes.keySet().removeAll(here.local());
        var handler =
                new GatewayHandler(
                        next,
                        Routes.ALL.only(here.services()),
                        here.local(),
                        remotes,
                        new Cors(settings.origins()),
                        new Tokens(here.keys()::key, here.json(), here.clock()),
                        new Limits(
                                settings.perMinute(), settings.perHour(), counters, here.clock()),
                        new Answers(settings.errors(), here.problems(), here.json()));
        // What is under way ends before a stop.
        return new UnreadBodies(new GracefulHandler(handler), BodyLimit.UPLOAD);
    }
}
