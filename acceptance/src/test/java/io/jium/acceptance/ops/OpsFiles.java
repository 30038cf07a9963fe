package io.jium.acceptance.ops;

import io.jium.acceptance.Product;
import io.jium.acceptance.reference.Generated;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The folder {@code ops}: what is rendered, and all that lies in it. */
final class OpsFiles {

    /** What rendered files say of themselves. */
    static final String MADE =
            "Made of acceptance's ops.Deployment (-Djium.generate=true); do not edit.";

    // Before any test reads one of them.
    static {
        if (Boolean.getBoolean("jium.generate")) {
            rendered().forEach(OpsFiles::write);
        }
    }

    private OpsFiles() {}

    private static void write(Generated file) {
        try {
            file.write();
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    static List<Generated> rendered() {
        return Stream.of(
                        ScriptFiles.all(),
                        ComposeFiles.all(),
                        HaproxyFiles.all(),
                        KubernetesFiles.all(),
                        SystemdFiles.all(),
                        PrometheusFiles.all())
                .flatMap(List::stream)
                .toList();
    }

    static Path folder() {
        return Product.folder().resolve("ops");
    }

    /** All files below a folder of {@code ops} with one of these endings. */
    static List<Path> files(String below, String... endings) {
        try (var files = Files.walk(folder().resolve(below))) {
            return files.filter(Files::isRegularFile)
                    .filter(file ->
                            endings.length == 0
                                    || Stream.of(endings).anyMatch(file.toString()::endsWith))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
