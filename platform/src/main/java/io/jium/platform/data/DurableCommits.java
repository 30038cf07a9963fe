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
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * H2 with commits that survive kill -9. H2 answers a commit while another thread still writes it to
 * the file, even with {@code WRITE_DELAY=0}, and the last ones are lost; here each commit, also of
 * a single statement outside a transaction, is followed by a checkpoint before the caller goes on.
 * Thread-safe.
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

    /**
     * A checkpoint that finds nothing to write does not wait for the one that is writing: so one at
     * a time, and a commit with its own.
     */
    private final ReentrantLock writing = new ReentrantLock();

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
                    if (method.getName().equals("commit")) {
                        return committed(connection);
                    }
                    var result = invoke(connection, method, arguments);
                    return result instanceof Statement statement
                            ? watched(statement, method.getReturnType(), connection)
                            : result;
                });
    }

    private @Nullable Object committed(Connection connection) throws SQLException {
        writing.lock();
        try {
            connection.commit();
            checkpoint(connection);
            return null;
        } finally {
            writing.unlock();
        }
    }

    private Object watched(Statement statement, Class<?> type, Connection connection) {
        return proxy(
                type,
                (proxy, method, arguments) -> {
                    var result = invoke(statement, method, arguments);
                    if (WRITING.contains(method.getName()) && connection.getAutoCommit()) {
                        checkpoint(connection);
                    }
                    return result;
                });
    }

    private void checkpoint(Connection connection) throws SQLException {
        writing.lock();
        try (var statement = connection.createStatement()) {
            statement.execute("CHECKPOINT SYNC");
        } finally {
            writing.unlock();
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
