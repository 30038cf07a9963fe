package io.jium.acceptance.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.jium.platform.testing.MariaDb;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
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
        var key = folder.resolve("key.pem");
        var certificate = folder.resolve("certificate.pem");
        var made =
                Tool.ifHere("openssl")
                        .run(
                                "req",
                                "-x509",
                                "-newkey",
                                "rsa:2048",
                                "-nodes",
                                "-subj",
                                "/CN=localhost",
                                "-keyout",
                                key,
                                "-out",
                                certificate);
        assertThat(made.code()).as(made.text()).isZero();
        var both = folder.resolve("both.pem");
        Files.writeString(both, Files.readString(certificate) + Files.readString(key));
        Files.writeString(folder.resolve("crt-list.txt"), both + " localhost\n");
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
        Environments.secrets(folder, "redis-cluster://172.30.3.11:6379");
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
        assertThat(unit).contains("TimeoutStopSec=40");
    }

    @ParameterizedTest
    @MethodSource("parts")
    void jiumAcceptsTheSettingsOfEveryUnit(Part part) throws IOException {
        var secrets = Environments.secrets(folder, "redis://127.0.0.1:6379");
        var environment = new TreeMap<String, String>();
        for (var file : new String[] {"jium", "addresses", part.name()}) {
            environment.putAll(assignments(file, secrets));
        }
        Environments.check(part.name(), environment);
    }

    static Stream<Part> parts() {
        return Deployment.parts().stream();
    }

    private static Map<String, String> assignments(String file, Path secrets) throws IOException {
        var assignments = new TreeMap<String, String>();
        for (var line :
                Files.readAllLines(
                        OpsFiles.folder().resolve("systemd/env/%s.env".formatted(file)))) {
            if (!line.startsWith("#") && !line.isBlank()) {
                assignments.put(
                        line.replaceFirst("=.*", ""),
                        line.replaceFirst("^[^=]*=", "")
                                .replace("/etc/jium/secrets", secrets.toString()));
            }
        }
        return assignments;
    }

    @ParameterizedTest
    @MethodSource("parts")
    void jiumAcceptsTheSettingsOfEveryContainer(Part part) {
        var secrets =
                Environments.secrets(folder, "redis-cluster://172.30.3.11:6379,172.30.3.12:6379");
        var compose =
                Yaml.documents(OpsFiles.text(OpsFiles.folder().resolve("compose/parts.yaml")))
                        .getFirst();
        var environment = new TreeMap<String, String>();
        compose.at("services", part.name(), "environment")
                .map()
                .forEach((name, value) ->
                        environment.put(
                                name,
                                value.toString().replace("/run/secrets", secrets.toString())));
        Environments.check(part.name(), environment);
    }

    @ParameterizedTest
    @ValueSource(strings = {"rules alerts.yaml", "config prometheus.yml"})
    void prometheusTakesTheFile(String command) {
        var words = command.split(" ");
        var syntaxOnly = words[0].equals("config") ? "--syntax-only" : "--lint=all";
        var checked =
                Tool.ifHere("promtool")
                        .run(
                                "check",
                                words[0],
                                syntaxOnly,
                                OpsFiles.folder().resolve("observability").resolve(words[1]));
        assertThat(checked.code()).as(checked.text()).isZero();
    }

    @Test
    void everyServiceHasADatabaseThatNobodyElseSees() throws SQLException, IOException {
        var secrets = Environments.secrets(folder, "redis://redis:6379");
        var sql =
                new Tool("sh", Map.of())
                        .run(OpsFiles.folder().resolve("mariadb/databases.sh"), secrets);
        assertThat(sql.code()).as(sql.text()).isZero();
        // Twice: it may be run again.
        for (var statement : (sql.text() + sql.text()).split(";\\s*")) {
            run(MariaDb.USER, "", "mysql", statement);
        }
        for (var service : Deployment.services()) {
            var user = "jium_" + service.name();
            var password = Files.readString(secrets.resolve("database-" + service.name()));
            for (var other : Deployment.services()) {
                if (other.equals(service)) {
                    run(user, password, other.name() + "_db", "create table mine (x int)");
                } else {
                    assertThat(refused(user, password, other.name() + "_db"))
                            .as(user + " in " + other.name())
                            .isTrue();
                }
            }
        }
    }

    private static void run(String user, String password, String database, String sql)
            throws SQLException {
        try (var connection =
                        DriverManager.getConnection(
                                MariaDb.server().url() + "/" + database, user, password);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static boolean refused(String user, String password, String database) {
        try {
            run(user, password, database, "select 1");
            return false;
        } catch (SQLException refused) {
            return String.valueOf(refused.getMessage()).contains("Access denied");
        }
    }

    @Test
    void theKeyThatSealsIsOneThatJiumReads() throws IOException {
        Environments.secrets(folder.resolve("secrets"), "redis://redis:6379");
        var before = Files.readString(folder.resolve("secrets/sealing"));
        Environments.secrets(folder.resolve("secrets"), "redis://redis:6379");
        assertThat(folder.resolve("secrets/sealing")).as("kept").hasContent(before);
        assertThat(Base64.getUrlDecoder().decode(before)).hasSize(32);
        assertThat(folder.resolve("secrets/redis-url"))
                .content()
                .matches("redis://:[0-9a-f]+@redis:6379");
    }
}
