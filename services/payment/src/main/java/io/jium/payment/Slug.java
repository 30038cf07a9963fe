package io.jium.payment;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The first label of a site's address: a DNS label, since it becomes a host name. */
final class Slug {

    private static final Pattern FORM = Pattern.compile("[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?");
    private static final Set<String> RESERVED =
            Set.of(
                    "www",
                    "api",
                    "app",
                    "admin",
                    "administrator",
                    "auth",
                    "builder",
                    "content",
                    "deploy",
                    "payment",
                    "analytics",
                    "notification",
                    "console",
                    "dashboard",
                    "jium",
                    "mail",
                    "smtp",
                    "imap",
                    "pop",
                    "ftp",
                    "ns1",
                    "ns2",
                    "ns",
                    "mx",
                    "cdn",
                    "static",
                    "assets",
                    "status",
                    "support",
                    "help",
                    "docs",
                    "blog",
                    "localhost",
                    "test",
                    "staging",
                    "preview",
                    "edge",
                    "gateway",
                    "root",
                    "security",
                    "abuse",
                    "postmaster",
                    "webmaster",
                    "hostmaster",
                    "autodiscover",
                    "autoconfig");

    private Slug() {}

    /** Why it cannot be an address: {@code invalid} or {@code reserved}; empty when it can. */
    static Optional<String> refusal(String slug) {
        if (!FORM.matcher(slug).matches() || slug.startsWith("xn--") || slug.length() < 2) {
            return Optional.of("invalid");
        }
        return RESERVED.contains(slug) ? Optional.of("reserved") : Optional.empty();
    }
}
