package io.jium.platform.jobs;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.Task;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;

/**
 * Runs the {@link Task} beans of a service that imports this: what is scheduled in a transaction is
 * committed with it, and run again by whoever is left when a process dies.
 */
@Configuration(proxyBeanMethods = false)
public class ServiceJobs {

    private static final int AT_ONCE = 4;
    private static final Duration HEARTBEAT = Duration.ofSeconds(5);

    @Bean(initMethod = "start", destroyMethod = "stop")
    Scheduler scheduler(DataSource database, List<Task<?>> tasks, Clock clock) {
        return Scheduler.create(new TransactionAwareDataSourceProxy(database), tasks)
                .tableName("jobs")
                .clock(clock::instant)
                .threads(AT_ONCE)
                .executorService(
                        Executors.newFixedThreadPool(
                                AT_ONCE, Thread.ofVirtual().name("job-", 0).factory()))
                .pollingInterval(Duration.ofSeconds(2))
                .heartbeatInterval(HEARTBEAT)
                .missedHeartbeatsLimit(4)
                .enableImmediateExecution()
                .alwaysPersistTimestampInUTC()
                .shutdownMaxWait(Duration.ofSeconds(10))
                .build();
    }
}
