package io.jium.builder.importing;

/** What an import came to. */
public sealed interface SiteImport {

    record Imported(ImportedSite site) implements SiteImport {}

    /**
     * @param code stable, like {@code archive_too_large}
     * @param detail what exactly, for people: a path, a limit; may be empty
     */
    record Refused(String code, String detail) implements SiteImport {}
}
