package io.jium.builder.importing;

import java.net.URI;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;

/** Under which names a site was reached until now, as its pages say themselves. */
final class Hosts {

    private static final int SAID_WITHIN = 65_536;
    private static final Pattern SAYING =
            Pattern.compile("<(?:base|link|meta)\\b[^>]{1,600}>", Pattern.CASE_INSENSITIVE);

    private Hosts() {}

    /** The hosts a page claims by its base, its canonical or its Open Graph address. */
    static Set<String> named(String html) {
        var hosts = new HashSet<String>();
        var start = html.substring(0, Math.min(html.length(), SAID_WITHIN));
        SAYING.matcher(start)
                .results()
                .map(match -> Jsoup.parse(match.group()))
                .flatMap(said ->
                        said
                                .select(
                                        "base[href], link[rel=canonical][href], meta[property=og:url]")
                                .stream())
                .map(element ->
                        element.hasAttr("href") ? element.attr("href") : element.attr("content"))
                .flatMap(address -> of(address).stream())
                .forEach(hosts::add);
        return hosts;
    }

    private static Optional<String> of(String address) {
        try {
            var host = URI.create(address.strip()).getAuthority();
            return Optional.ofNullable(host).map(Hosts::plain);
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    /** With and without {@code www.} it is the same site. */
    static String plain(String host) {
        var lower = host.toLowerCase(Locale.ROOT);
        return lower.startsWith("www.") ? lower.substring(4) : lower;
    }
}
