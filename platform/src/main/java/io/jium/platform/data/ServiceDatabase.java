package io.jium.platform.data;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.support.TransactionTemplate;

/** The one database of a service: pool, migrations, {@link JdbcClient}, {@code @Transactional}. */
@Configuration(proxyBeanMethods = false)
@EnableTransactionManagement
public class ServiceDatabase {

    /** Ten a service (the usual default) exhausts a database server that all services share. */
    private static final int POOL = 5;

    /** How long a database server may take to come that was started at the same time. */
    private static final Duration COMING = Duration.ofSeconds(60);

    @Bean
    DataSource dataSource(DatabaseAddress address, Environment environment) {
        var service = environment.getRequiredProperty("jium.service");
        var config = new HikariConfig();
        config.setPoolName(service);
        config.setJdbcUrl(address.jdbcUrl(service));
        config.setUsername(address.url() == null ? "jium" : address.user());
        config.setPassword(address.url() == null ? "" : address.password());
        config.setMaximumPoolSize(POOL);
        config.setMinimumIdle(1);
        config.setInitializationFailTimeout(COMING.toMillis());
        // H2's standard, and MariaDB's trap: its own one locks gaps, so that inserts of strangers
        // meet in deadlocks.
        config.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
        var pool = new HikariDataSource(config);
        if (address.url() != null) {
            // A server's standard may be latin1, which has no Hangul; new tables take this one.
            JdbcClient.create(pool)
                    .sql("alter database character set utf8mb4 collate utf8mb4_unicode_ci")
                    .update();
        }
        Flyway.configure()
                .dataSource(pool)
                .locations("classpath:db/platform", "classpath:db/" + service)
                // The platform's are V0_…, and later ones come to databases that are beyond.
                .outOfOrder(true)
                .load()
                .migrate();
        return address.url() == null ? new DurableCommits(pool) : pool;
    }

    @Bean
    JdbcClient jdbcClient(DataSource dataSource) {
        return JdbcClient.create(dataSource);
    }

    @Bean
    PlatformTransactionManager transactionManager(DataSource dataSource) {
        return new JdbcTransactionManager(dataSource);
    }

    @Bean
    TransactionTemplate transactionTemplate(PlatformTransactionManager transactions) {
        return new TransactionTemplate(transactions);
    }
}
