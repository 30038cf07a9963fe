package io.jium.deploy;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;

/**
 * Deployments are durable jobs: begun at once, and begun again by whoever is left when a process
 * dies.
 */
@Configuration(proxyBeanMethods = false)
class DeploymentJobs {

    private static final int AT_ONCE = 4;
    private static final Duration HEARTBEAT = Duration.ofSeconds(5);

    @Bean
    OneTimeTask<Void> deploymentTask(Publishing publishing) {
        return Tasks.oneTime("deployment")
                .execute((instance, context) ->
                        publishing.carryOut(Long.parseLong(instance.getId())));
    }

    @Bean(initMethod = "start", destroyMethod = "stop")
    Scheduler scheduler(DataSource database, List<Task<?>> tasks) {
        return Scheduler.create(new TransactionAwareDataSourceProxy(database), tasks)
                .threads(AT_ONCE)
                .executorService(
                        Executors.newFixedThreadPool(
                                AT_ONCE, Thread.ofVirtual().name("deployment-", 0).factory()))
                .pollingInterval(Duration.ofSeconds(2))
                .heartbeatInterval(HEARTBEAT)
                .missedHeartbeatsLimit(4)
                .enableImmediateExecution()
                .alwaysPersistTimestampInUTC()
                .shutdownMaxWait(Duration.ofSeconds(10))
                .build();
    }

    @Bean
    DeploymentQueue deploymentQueue(Scheduler scheduler, OneTimeTask<Void> task, Clock clock) {
        return deploymentId ->
                scheduler.schedule(task.instance(Long.toString(deploymentId)), clock.instant());
    }

    /** Takes deployments in; in a transaction, they begin when it is committed. */
    @FunctionalInterface
    interface DeploymentQueue {
        void add(long deploymentId);
    }
}
