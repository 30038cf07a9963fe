package io.jium.edge;

/** What a path of a site leads to. */
sealed interface Route permits SiteFile, Route.Moved {

    /**
     * Another address.
     *
     * @param location ready for the header
     */
    record Moved(String location) implements Route {}
}
