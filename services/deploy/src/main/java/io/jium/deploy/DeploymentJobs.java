package io.jium.deploy;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.jium.platform.jobs.ServiceJobs;
import java.time.Clock;
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

    @Bean
    OneTimeTask<Void> deploymentTask(Publishing publishing) {
        return Tasks.oneTime("deployment")
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
