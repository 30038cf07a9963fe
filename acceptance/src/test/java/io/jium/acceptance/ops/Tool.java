package io.jium.acceptance.ops;

import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A program of the machine that knows better than we whether a file is right. */
record Tool(String program, Map<String, String> environment) {

    /** What it said, on both channels, and how it ended. */
    record Outcome(int code, String text) {}

    /** One that a machine may well not have: then the test is skipped, and says why. */
    static Tool ifHere(String name) {
        var found = find(name);
        assumeThat(found).as(name + " is not on this machine").isNotEmpty();
        return new Tool(found.getFirst().toString(), Map.of());
    }

    Tool with(String name, Object value) {
        var more = new HashMap<>(environment);
        more.put(name, value.toString());
        return new Tool(program, more);
    }

    private static List<Path> find(String name) {
        var path = System.getenv().getOrDefault("PATH", "");
        return Stream.concat(Arrays.stream(path.split(":")), Stream.of("/usr/sbin"))
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .toList();
    }

    Outcome run(Object... arguments) {
        var command =
                Stream.concat(Stream.of(program), Arrays.stream(arguments).map(Object::toString))
                        .toList();
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        try {
            var process = builder.start();
            process.getOutputStream().close();
            var text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError(command + " does not end");
            }
            return new Outcome(process.exitValue(), text);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        }
    }
}
