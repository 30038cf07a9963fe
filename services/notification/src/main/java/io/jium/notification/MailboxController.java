package io.jium.notification;

import io.jium.platform.problem.NotFound;
import io.jium.platform.security.Anonymous;
import io.jium.platform.web.Listing;
import io.jium.platform.web.Paging;
import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.Collections;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The development mailbox. It shows secrets (password links), so it answers readers on the same
 * machine alone: a loopback address, a loopback host name (no DNS rebinding) and no proxy in
 * between that asks for somebody elsewhere.
 */
@RestController
@Anonymous
@RequestMapping("/notification/mailbox")
class MailboxController {

    private final Outbox outbox;

    MailboxController(Outbox outbox) {
        this.outbox = outbox;
    }

    @GetMapping
    Listing<Outbox.Stored> list(Paging paging, HttpServletRequest request) {
        onThisMachineOnly(request);
        return Listing.of(outbox.page(paging), paging, Outbox.Stored::id);
    }

    @GetMapping("/{id}")
    Outbox.Stored one(@PathVariable long id, HttpServletRequest request) {
        onThisMachineOnly(request);
        return outbox.one(id).orElseThrow(NotFound::new);
    }

    private static void onThisMachineOnly(HttpServletRequest request) {
        // Our own gateway, in another process of this machine, says for whom it asks.
        var hops =
                Collections.list(request.getHeaders("X-Forwarded-For")).stream()
                        .flatMap(header -> Arrays.stream(header.split(",")));
        if (request.getHeader("Forwarded") != null
                || !hops.allMatch(hop -> isLoopback(hop.strip()))
                || !isLoopback(request.getRemoteAddr())
                || !isLoopbackName(request.getServerName())) {
            throw new NotFound();
        }
    }

    private static boolean isLoopbackName(String name) {
        return name.equals("localhost") || name.equals("127.0.0.1") || name.equals("[::1]");
    }

    private static boolean isLoopback(String address) {
        var literal =
                address.startsWith("[") ? address.substring(1, address.length() - 1) : address;
        try {
            return InetAddress.ofLiteral(literal).isLoopbackAddress();
        } catch (IllegalArgumentException notAnAddress) {
            return false;
        }
    }
}
