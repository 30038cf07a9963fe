package io.jium.builder.importing;

import java.util.List;

/**
 * A site as it was taken over. Pages and style sheets refer to files by {@code site-file:} and
 * their path, percent-encoded so that it matches {@link SitePaths#PLACEHOLDER}; whoever stores the
 * files puts their addresses in.
 *
 * @param pages the home page first; never empty
 * @param warnings whatever was not taken over, or not as it was
 */
public record ImportedSite(
        List<ImportedPage> pages, List<ImportedFile> files, List<ImportWarning> warnings) {}
