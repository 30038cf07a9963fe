package io.jium.builder.importing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;

/** Writes archives, bad ones too. */
final class Archives {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final ZipArchiveOutputStream zip = new ZipArchiveOutputStream(bytes);

    Archives() {
        zip.setLevel(1);
    }

    /** Names as Windows in Korea writes them, without saying so. */
    @SuppressWarnings("PreferCharsetOverload") // The other one is private.
    static Archives korean() {
        var archives = new Archives();
        archives.zip.setEncoding("MS949");
        archives.zip.setUseLanguageEncodingFlag(false);
        return archives;
    }

    Archives with(String name, String text) {
        return with(name, text.getBytes(StandardCharsets.UTF_8));
    }

    Archives with(String name, String text, Charset charset) {
        return with(name, text.getBytes(charset));
    }

    Archives with(String name, byte[] content) {
        return with(new ZipArchiveEntry(name), content);
    }

    Archives withLink(String name, String target) {
        var entry = new ZipArchiveEntry(name);
        entry.setUnixMode(0120777);
        return with(entry, target.getBytes(StandardCharsets.UTF_8));
    }

    private Archives with(ZipArchiveEntry entry, byte[] content) {
        try {
            zip.putArchiveEntry(entry);
            zip.write(content);
            zip.closeArchiveEntry();
            return this;
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    byte[] bytes() {
        try {
            zip.close();
            return bytes.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    Path in(Path folder) {
        try {
            return Files.write(folder.resolve("site.zip"), bytes());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
