package io.jium.deploy;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.jium.platform.jobs.ServiceJobs;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/**
 * Deployments are durable jobs: begun at once, and begun again by whoever is left when a process
 * dies.
 */
@Configuration(proxyBeanMethods = false)
@Import(ServiceJobs.class)
class DeploymentJobs {

    /** A builder that is away is waited for, as long as an owner can be expected to. */
    private static final Duration AGAIN = Duration.ofSeconds(5);

    private static final int MOST_TRIES = 180;

    @Bean
    OneTimeTask<Void> deploymentTask(Publishing publishing, Clock clock) {
        return Tasks.oneTime("deployment")
                .onFailure((failed, operations) -> {
                    var execution = failed.getExecution();
                    if (execution.consecutiveFailures < MOST_TRIES) {
                        operations.reschedule(failed, clock.instant().plus(AGAIN));
                    } else {
                        publishing.giveUp(Long.parseLong(execution.getId()));
                        operations.stop();
                    }
                })
                .execute((instance, context) ->
                        publishing.carryOut(Long.parseLong(instance.getId())));
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
