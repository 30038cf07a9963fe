package io.jium.edge;

import io.jium.contracts.release.ReleaseLayout;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Which names are worth a look at the disk, and in which spelling. */
final class HostNames {

    private final String sitesSuffix;

    HostNames(String sitesDomain) {
        this.sitesSuffix = "." + sitesDomain;
    }

    /** The name's one spelling, or null when no site can have it. */
    static @Nullable String canonical(String host) {
        var name = host.toLowerCase(Locale.ROOT);
        if (name.endsWith(".")) {
            name = name.substring(0, name.length() - 1);
        }
        return ReleaseLayout.isHost(name) ? name : null;
    }

    /** Whether a name is a site's by its ending, so that it must never show the console. */
    boolean isBelowSitesDomain(String host) {
        var end = host.endsWith(".") ? host.length() - 1 : host.length();
        var start = end - sitesSuffix.length();
        return start >= 0 && host.regionMatches(true, start, sitesSuffix, 0, sitesSuffix.length());
    }
}
