package io.jium.acceptance.installation;

import io.jium.acceptance.Product;
import io.jium.platform.testing.Eventually;
import io.jium.platform.testing.MariaDb;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Looks into the databases of an installation, past the product. */
public final class Databases {

    /** Written by jobs, whenever they get round to it. */
    private static final Set<String> RESTLESS =
            Set.of(
                    "jobs",
                    "sagas",
                    "flyway_schema_history",
                    "pending_messages",
                    "messages",
                    "releases",
                    "variants",
                    "pictures",
                    "picture_variants",
                    // Numbered, carried and heard after the answer.
                    "outbox_events",
                    "outbox_counter",
                    "inbox_positions",
                    "customers",
                    "known_sites",
                    "known_users",
                    // Orders that were taken back leave their number.
                    "ordered_accounts");

    /** A column that is written some time after a post was read. */
    private static final String COUNTED_LATER = "view_count";

    private final Connecting connecting;

    private Databases(Connecting connecting) {
        this.connecting = connecting;
    }

    /** A connection to the database of a service. */
    @FunctionalInterface
    private interface Connecting {
        Connection connect(String service) throws SQLException;
    }

    /**
     * Those of an installation; H2 files can be looked into only from within the process that has
     * them open, or when none has.
     */
    public static Databases of(Path data, boolean mariaDb) {
        return new Databases(
                mariaDb
                        ? service ->
                                DriverManager.getConnection(
                                        MariaDb.server().url() + "/" + service + "_db",
                                        MariaDb.USER,
                                        "")
                        : service ->
                                DriverManager.getConnection(
                                        "jdbc:h2:file:%s;IFEXISTS=TRUE;MODE=MariaDB;DATABASE_TO_LOWER=TRUE;CASE_INSENSITIVE_IDENTIFIERS=TRUE;IGNORECASE=TRUE"
                                                .formatted(
                                                        data.resolve("db")
                                                                .resolve(service + "_db")),
                                        "jium",
                                        ""));
    }

    /** Those of a cluster, each reached as its own service reaches it. */
    static Databases of(Cluster cluster) {
        return new Databases(cluster::connect);
    }

    /** Settings that put an installation on the private MariaDB server, emptied before. */
    public static Map<String, String> mariaDb() {
        try (var connection =
                        DriverManager.getConnection(
                                MariaDb.server().url() + "/", MariaDb.USER, "");
                var statement = connection.createStatement()) {
            for (var service : Product.services()) {
                statement.execute("drop database if exists " + service + "_db");
            }
        } catch (SQLException failed) {
            throw new IllegalStateException("The databases cannot be dropped", failed);
        }
        return Map.of(
                "JIUM_DATABASE_URL",
                MariaDb.server().url(),
                "JIUM_DATABASE_USER",
                MariaDb.USER,
                "JIUM_DATABASE_PASSWORD",
                "");
    }

    /** How many rows each table has, by {@code service.table}. */
    public Map<String, String> counts() {
        return eachTable("select count(*) from %s", rows -> rows.getFirst());
    }

    /** All rows of all tables of these services, as texts. */
    public Map<String, String> contents(List<String> services) {
        var all = eachTable("select * from %s", rows -> String.join("\n", rows));
        all.keySet().removeIf(table -> services.stream().noneMatch(s -> table.startsWith(s + ".")));
        return all;
    }

    /** Rows of one statement, columns joined by {@code |}. */
    public List<String> query(String service, String sql) {
        try (var connection = connecting.connect(service)) {
            return rows(connection, sql);
        } catch (SQLException failed) {
            throw new IllegalStateException(sql, failed);
        }
    }

    private Map<String, String> eachTable(
            String sql, java.util.function.Function<List<String>, String> value) {
        var found = new TreeMap<String, String>();
        for (var service : Product.services()) {
            try (var connection = connecting.connect(service)) {
                for (var table : tables(connection, service)) {
                    if (!RESTLESS.contains(table)) {
                        found.put(
                                service + "." + table,
                                value.apply(rows(connection, sql.formatted("`" + table + "`"))));
                    }
                }
            } catch (SQLException failed) {
                throw new IllegalStateException("The database of " + service, failed);
            }
        }
        return found;
    }

    /** Returns once no saga runs and every event that was told is heard. */
    public void awaitQuiet() {
        Eventually.holds("quiet", () -> Product.services().stream().allMatch(this::isQuiet));
    }

    private boolean isQuiet(String service) {
        var running = query(service, "select count(*) from sagas where status = 'running'");
        return running.equals(List.of("0"))
                && query(service, "select teller, seq from inbox_positions").stream()
                        .map(position -> position.split("\\|"))
                        .allMatch(position ->
                                query(position[0], "select count(*) from outbox_events")
                                        .equals(List.of(position[1])));
    }

    private static List<String> tables(Connection connection, String service) throws SQLException {
        return rows(
                connection,
                "select table_name from information_schema.tables where table_type in ('BASE TABLE', 'TABLE')"
                        + " and lower(table_schema) in ('public', '"
                        + service
                        + "_db')");
    }

    private static List<String> rows(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var result = statement.executeQuery(sql)) {
            var rows = new ArrayList<String>();
            while (result.next()) {
                rows.add(row(result));
            }
            Collections.sort(rows);
            return rows;
        }
    }

    private static String row(ResultSet result) throws SQLException {
        var columns = new ArrayList<String>();
        var about = result.getMetaData();
        for (var i = 1; i <= about.getColumnCount(); i++) {
            if (!about.getColumnName(i).equals(COUNTED_LATER)) {
                columns.add(String.valueOf(result.getString(i)));
            }
        }
        return String.join("|", columns);
    }
}
