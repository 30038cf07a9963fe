package io.jium.platform.saga;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.jium.platform.jobs.ServiceJobs;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** What a service imports that has sagas: it has a {@link Saga} bean for each kind. */
@Configuration(proxyBeanMethods = false)
@Import({
    ServiceJobs.class,
    SagaRows.class,
    SagaRunning.class,
    SagaMetrics.class,
    Sagas.class,
    SagasController.class
})
public class ServiceSagas {

    static final String TASK = "saga";

    private static final Duration AFTER_A_FAILURE = Duration.ofSeconds(10);

    @Bean
    CustomTask<Void> sagaTask(SagaRunning running) {
        return Tasks.custom(TASK, Void.class)
                .onFailure(new FailureHandler.OnFailureRetryLater<>(AFTER_A_FAILURE))
                .execute((job, context) -> at(running.resume(Long.parseLong(job.getId()))));
    }

    private static CompletionHandler<Void> at(Optional<Instant> due) {
        return due.<CompletionHandler<Void>>map(
                        time -> (complete, operations) -> operations.reschedule(complete, time))
                .orElseGet(CompletionHandler.OnCompleteRemove::new);
    }
}
