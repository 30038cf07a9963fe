package io.jium.platform.host;

import java.net.URI;

/** How people reach this installation from outside. */
public final class PublicAddress {

    private final URI console;
    private final String sitesDomain;

    PublicAddress(HostSettings settings, int port) {
        this.console =
                URI.create(
                        settings.publicUrl() == null
                                ? "http://localhost:" + port
                                : settings.publicUrl());
        this.sitesDomain = settings.sitesDomain();
    }

    /** Address of a page of the console; {@code path} starts with a slash. */
    public String console(String path) {
        var base = console.toString();
        return (base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + path;
    }

    /** First address of a site: scheme and host, no trailing slash. */
    public String site(String slug) {
        return "%s://%s"
                .formatted(
                        console.getScheme(),
                        siteHost(slug) + (console.getPort() < 0 ? "" : ":" + console.getPort()));
    }

    /** Host name of a site, without a port. */
    public String siteHost(String slug) {
        return slug + "." + sitesDomain;
    }
}
