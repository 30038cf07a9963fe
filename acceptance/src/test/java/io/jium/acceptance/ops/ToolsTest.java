package io.jium.acceptance.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The programs that the files are for are asked. One that is not here is not asked. */
class ToolsTest {

    @TempDir private Path folder;

    static Stream<Path> scripts() {
        return OpsFiles.files("", ".sh").stream();
    }

    @ParameterizedTest
    @MethodSource("scripts")
    void theShellCanReadEveryScript(Path script) {
        var shell = OpsFiles.text(script).startsWith("#!/bin/sh") ? "sh" : "bash";
        assertThat(Tool.ifHere(shell).run("-n", script)).isEqualTo(new Tool.Outcome(0, ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"haproxy/haproxy.cfg", "compose/haproxy.cfg"})
    void haproxyTakesTheFileWithoutAWarning(String file) throws IOException {
        var haproxy = Tool.ifHere("haproxy");
        Certificate.in(folder);
        var checked =
                haproxy.with("CERTS", folder)
                        .with("LISTS", OpsFiles.folder().resolve("haproxy"))
                        .run("-c", "-dW", "-f", OpsFiles.folder().resolve(file));
        assertThat(checked.code()).as(checked.text()).isZero();
    }

    @Test
    void composeTakesItsFiles() {
        var docker = Tool.ifHere("docker");
        assumeThat(docker.run("compose", "version").code()).as("docker compose is here").isZero();
        var checked =
                docker.run(
                        "compose",
                        "--project-directory",
                        OpsFiles.folder().resolve("compose"),
                        "config",
                        "--quiet");
        assertThat(checked.code()).as(checked.text()).isZero();
    }

    @Test
    void systemdTakesTheUnits() throws IOException {
        var systemd = Tool.ifHere("systemd-analyze");
        var systemdFolder = OpsFiles.folder().resolve("systemd");
        var unit = Files.readString(systemdFolder.resolve("jium@.service"));
        for (var part : Deployment.parts()) {
            Files.writeString(folder.resolve("jium@%s.service".formatted(part.name())), unit);
        }
        Files.copy(systemdFolder.resolve("jium.target"), folder.resolve("jium.target"));
        var checked =
                systemd.run(
                        "verify",
                        folder.resolve("jium@auth.service"),
                        folder.resolve("jium.target"));
        // Where Java is on this machine is not its concern.
        var said =
                checked.text().lines().filter(line -> !line.contains("is not executable")).toList();
        assertThat(said).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "check rules --lint=all alerts.yaml",
                "check config --syntax-only prometheus.yml",
                "test rules alerts.test.yaml"
            })
    void prometheusTakesTheFileAndAlertsAreRaised(String command) {
        var words = new ArrayList<Object>(List.of(command.split(" ")));
        words.add(
                OpsFiles.folder().resolve("observability").resolve(words.removeLast().toString()));
        var checked = Tool.ifHere("promtool").run(words.toArray());
        assertThat(checked.code()).as(checked.text()).isZero();
    }
}
