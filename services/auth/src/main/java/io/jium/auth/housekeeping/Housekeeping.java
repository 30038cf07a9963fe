package io.jium.auth.housekeeping;

import io.jium.auth.AuthSettings;
import io.jium.auth.key.KeyRing;
import io.jium.auth.mail.OneTimeTokens;
import io.jium.auth.mail.Outgoing;
import io.jium.auth.password.KnownNetworks;
import io.jium.auth.session.UserSessions;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/** What is done without being asked: at the start and then again and again. */
@Component
class Housekeeping implements SmartInitializingSingleton, DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(Housekeeping.class);

    private final KeyRing keys;
    private final UserSessions sessions;
    private final Outgoing outgoing;
    private final OneTimeTokens links;
    private final KnownNetworks networks;
    private final AuthSettings settings;
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("auth-housekeeping").factory());

    Housekeeping(
            KeyRing keys,
            UserSessions sessions,
            Outgoing outgoing,
            OneTimeTokens links,
            KnownNetworks networks,
            AuthSettings settings) {
        this.keys = keys;
        this.sessions = sessions;
        this.outgoing = outgoing;
        this.links = links;
        this.networks = networks;
        this.settings = settings;
    }

    @Override
    public void afterSingletonsInstantiated() {
        var pause = settings.sweep().toMillis();
        var _ = timer.scheduleWithFixedDelay(this::tend, 0, pause, TimeUnit.MILLISECONDS);
    }

    private void tend() {
        attempt("keys", keys::tend);
        attempt("messages", outgoing::wake);
        attempt("sessions", sessions::tend);
        attempt("links", links::forgetExpired);
        attempt("networks", networks::forgetOld);
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
