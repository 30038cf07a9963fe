package io.jium.platform.data;

import com.zaxxer.hikari.HikariDataSource;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.mvstore.MVStoreException;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * H2 with commits that survive kill -9. H2 answers a commit while another thread still writes it to
 * the file, even with {@code WRITE_DELAY=0}, and the last ones are lost; here whoever commits, also
 * a single statement outside a transaction, waits until it is on the disk. So does the end of a
 * transaction that only read, for what it saw. Thread-safe.
 */
final class DurableCommits extends DelegatingDataSource implements AutoCloseable {

    /** What may write when nobody has begun a transaction. */
    private static final Set<String> WRITING =
            Set.of(
                    "execute",
                    "executeUpdate",
                    "executeLargeUpdate",
                    "executeBatch",
                    "executeLargeBatch");

    private final HikariDataSource pool;

    DurableCommits(HikariDataSource pool) {
        super(pool);
        this.pool = pool;
    }

    @Override
    public void close() {
        pool.close();
    }

    @Override
    public Connection getConnection() throws SQLException {
        return watched(super.getConnection());
    }

    @Override
    public Connection getConnection(String username, String password) throws SQLException {
        return watched(super.getConnection(username, password));
    }

    private Connection watched(Connection connection) {
        return proxy(
                Connection.class,
                (proxy, method, arguments) -> {
                    var result = invoke(connection, method, arguments);
                    if (method.getName().equals("commit")) {
                        awaitDisk(connection);
                    }
                    return result instanceof Statement statement
                            ? watched(statement, method.getReturnType(), connection)
                            : result;
                });
    }

    private Object watched(Statement statement, Class<?> type, Connection connection) {
        return proxy(
                type,
                (proxy, method, arguments) -> {
                    var result = invoke(statement, method, arguments);
                    if (WRITING.contains(method.getName()) && connection.getAutoCommit()) {
                        awaitDisk(connection);
                    }
                    return result;
                });
    }

    /**
     * Writes what is not written, and waits for what others of H2's threads have under way: {@code
     * CHECKPOINT} does not when it finds that all of it was begun already.
     */
    private static void awaitDisk(Connection connection) throws SQLException {
        var session = (SessionLocal) connection.unwrap(JdbcConnection.class).getSession();
        var store = session.getDatabase().getStore().getMvStore();
        try {
            store.commit();
            store.executeFilestoreOperation(() -> {});
            store.sync();
        } catch (MVStoreException failed) {
            throw new SQLException("What was committed cannot be written to the disk", failed);
        }
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(
                Proxy.newProxyInstance(
                        DurableCommits.class.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private static @Nullable Object invoke(
            Object target, Method method, @Nullable Object @Nullable [] arguments)
            throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException thrown) {
            throw thrown.getCause();
        }
    }
}
