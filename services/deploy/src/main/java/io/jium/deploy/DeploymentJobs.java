package io.jium.deploy;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.jium.platform.jobs.ServiceJobs;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
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
    DeploymentQueue deploymentQueue(
            Scheduler scheduler, @Qualifier("deploymentTask") OneTimeTask<Void> task, Clock clock) {
        return deploymentId ->
                scheduler.schedule(task.instance(Long.toString(deploymentId)), clock.instant());
    }

    /** Looked up when it is due: ordering needs the scheduler, which needs its tasks. */
    @Bean
    OneTimeTask<Void> plannedPublicationTask(
            ObjectProvider<PlanningPublications> planning, Clock clock) {
        return Tasks.oneTime("planned-publication")
                .onFailure((failed, operations) ->
                        operations.reschedule(failed, clock.instant().plus(AGAIN)))
                .execute((instance, context) ->
                        planning.getObject().carryOut(Long.parseLong(instance.getId())));
    }

    @Bean
    PlanQueue planQueue(
            Scheduler scheduler, @Qualifier("plannedPublicationTask") OneTimeTask<Void> task) {
        return (plannedId, time) ->
                scheduler.schedule(task.instance(Long.toString(plannedId)), time);
    }

    /** Has plans carried out at their time, by one process; committed with the transaction. */
    @FunctionalInterface
    interface PlanQueue {
        void add(long plannedId, Instant time);
    }

    /** Takes deployments in; in a transaction, they begin when it is committed. */
    @FunctionalInterface
    interface DeploymentQueue {
        void add(long deploymentId);
    }
}
