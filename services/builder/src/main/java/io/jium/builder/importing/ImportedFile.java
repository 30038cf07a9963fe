package io.jium.builder.importing;

/**
 * A file of the site that stays a file. Its array is shared, not copied: nobody may write to it.
 *
 * @param path from the root of the site, composed (NFC), with slashes
 * @param refersToFiles whether the text holds {@code site-file:} addresses to replace; only style
 *     sheets do
 */
@SuppressWarnings("ArrayRecordComponent")
public record ImportedFile(String path, byte[] bytes, String mediaType, boolean refersToFiles) {}
