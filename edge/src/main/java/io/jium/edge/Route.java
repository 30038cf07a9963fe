package io.jium.edge;

/** What a path of a site leads to. */
sealed interface Route permits SiteFile, Route.Moved {

    /**
     * Another address.
     *
     * @param location ready for the header
     * @param status 301 or 302 as the owner said, 308 for another spelling
     */
    record Moved(String location, int status) implements Route {}
}
