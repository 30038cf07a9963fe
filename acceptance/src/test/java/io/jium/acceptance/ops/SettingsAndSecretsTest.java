package io.jium.acceptance.ops;

import static org.assertj.core.api.Assertions.assertThat;

import io.jium.platform.testing.MariaDb;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What our scripts make, and what processes are told, tried with Jium's own reader and MariaDB. */
class SettingsAndSecretsTest {

    @TempDir private static Path secrets;

    @BeforeAll
    static void make() {
        Environments.secrets(secrets);
    }

    @ParameterizedTest
    @MethodSource("parts")
    void jiumAcceptsTheSettingsOfEveryUnit(Part part) throws IOException {
        var environment = new TreeMap<String, String>();
        for (var file : new String[] {"jium", "addresses", part.name()}) {
            environment.putAll(assignments(file));
        }
        Environments.check(part.name(), environment);
    }

    static Stream<Part> parts() {
        return Deployment.parts().stream();
    }

    private static Map<String, String> assignments(String file) throws IOException {
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

    @Test
    void everyServiceHasADatabaseThatNobodyElseSees() throws SQLException, IOException {
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
                    run(user, password, other.name() + "_db", "drop table mine");
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
    void secretsAreSuchAsJiumReadsAndAreKept() throws IOException {
        var sealing = Files.readString(secrets.resolve("sealing"));
        Environments.secrets(secrets);
        assertThat(secrets.resolve("sealing")).as("kept").hasContent(sealing);
        assertThat(Base64.getUrlDecoder().decode(sealing)).hasSize(32);
        assertThat(secrets.resolve("service")).content().hasSizeGreaterThanOrEqualTo(32);
        assertThat(secrets.resolve("redis-url"))
                .content()
                .matches("redis-cluster://:[0-9a-f]+@172.30.3.11:6379,172.30.3.12:6379");
    }

    @Test
    void whoeverStopsAPartWaitsLongerThanItTakes() throws IOException {
        var ops = OpsFiles.folder();
        var units = Files.readString(ops.resolve("systemd/jium@.service"));
        var settings = Files.readString(ops.resolve("systemd/env/jium.env"));
        assertThat(seconds("TimeoutStopSec=", units))
                .isGreaterThan(seconds("JIUM_STOP_TIMEOUT=", settings) + 10);
        var containers = Files.readString(ops.resolve("compose/parts.yaml"));
        assertThat(seconds("stop_grace_period: ", containers))
                .isGreaterThan(seconds("JIUM_STOP_TIMEOUT: ", containers) + 10);
    }

    private static int seconds(String before, String text) {
        var found = Pattern.compile(Pattern.quote(before) + "(\\d+)").matcher(text);
        assertThat(found.find()).as(before).isTrue();
        return Integer.parseInt(found.group(1));
    }
}
