package io.jium.platform.events;

import io.jium.platform.events.auth.AuthService;
import io.jium.platform.events.books.BooksService;
import io.jium.platform.events.late.LateService;
import io.jium.platform.events.shop.ShopService;
import io.jium.platform.host.Host;
import java.time.Clock;
import java.util.List;

/** A process of its own, as its environment says. */
final class BooksMain {

    static final List<Class<?>> SERVICES =
            List.of(AuthService.class, ShopService.class, BooksService.class, LateService.class);

    private BooksMain() {}

    public static void main(String[] arguments) {
        var host = Host.start(SERVICES, List.of(), System.getenv(), Clock.systemUTC());
        Runtime.getRuntime().addShutdownHook(new Thread(host::close, "stop"));
    }
}
