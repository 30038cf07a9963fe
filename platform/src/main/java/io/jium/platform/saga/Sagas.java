package io.jium.platform.saga;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceException;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import io.jium.platform.problem.NotFound;
import io.jium.platform.problem.Refusal;
import io.jium.platform.saga.Position.Stuck;
import io.jium.platform.saga.Run.Status;
import io.jium.platform.saga.SagaRows.Row;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Begins sagas. What is begun is carried through or taken back, by this process or another, now or
 * after the next start. Thread-safe.
 */
@Component
public class Sagas {

    /** How long who begins a step has it for himself; then a job takes him for dead. */
    static final Duration HEAD_START = Duration.ofSeconds(15);

    private static final Logger LOG = LoggerFactory.getLogger(Sagas.class);

    private final SagaRows rows;
    private final SagaRunning running;
    private final Scheduler jobs;
    private final TransactionTemplate transactions;
    private final Clock clock;

    Sagas(
            SagaRows rows,
            SagaRunning running,
            Scheduler jobs,
            TransactionTemplate transactions,
            Clock clock) {
        this.rows = rows;
        this.running = running;
        this.jobs = jobs;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Begins a saga with the open transaction; it runs in the background. The same kind and key
     * again changes nothing, unless that one was taken back.
     */
    public <S extends Record> void begin(Saga<S> saga, String key, S state) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException(saga.type() + " is begun outside of a transaction");
        }
        rows.add(saga, key, state, SagaRows.NOBODYS)
                .ifPresent(row -> schedule(row.id(), clock.instant()));
    }

    /**
     * Begins a saga and goes on as far as it gets without waiting; what is left runs in the
     * background. When there is one of this kind and key already that was not taken back, answers
     * how that stands.
     */
    public <S extends Record> Run<S> carryOut(Saga<S> saga, String key, S state) {
        var begun =
                transactions.execute(status -> {
                    var row = rows.add(saga, key, state, SagaRows.BEGINNERS);
                    row.ifPresent(added -> schedule(added.id(), clock.instant().plus(HEAD_START)));
                    return row;
                });
        return begun.map(this::goOn).orElseGet(() -> rows.standing(saga, key));
    }

    /** Has a stuck saga go on where it stands. */
    void retry(long id) {
        var row = rows.find(id).orElseThrow(NotFound::new);
        if (!(row.position() instanceof Stuck)) {
            throw new Refusal(HttpStatus.CONFLICT, "saga_not_stuck");
        }
        goOn(unstuck(row));
    }

    private <S extends Record> Row<S> unstuck(Row<S> row) {
        var next =
                row.saga()
                        .course()
                        .next(row.position(), Event.RETRIED, row.deadline(), clock.instant());
        return transactions.execute(status -> {
            schedule(row.id(), clock.instant().plus(HEAD_START));
            return rows.write(row, next, row.state(), null);
        });
    }

    private <S extends Record> Run<S> goOn(Row<S> row) {
        try {
            var rest = running.run(row);
            rest.due().ifPresent(due -> bringForward(row.id(), due));
            return SagaRows.standing(rest.row(), rest.failure());
        } catch (Overtaken another) {
            LOG.debug("It is left to the other", another);
            return rows.again(row)
                    .map(now -> SagaRows.standing(now, null))
                    .orElseGet(() -> new Run<>(Status.RUNNING, false, null, null));
        }
    }

    private void schedule(long id, Instant time) {
        jobs.scheduleIfNotExists(new TaskInstance<>(ServiceSagas.TASK, Long.toString(id)), time);
    }

    /** Only a convenience: without it the job comes when the head start is over. */
    private void bringForward(long id, Instant due) {
        if (due.isAfter(clock.instant().plus(HEAD_START))) {
            return;
        }
        try {
            jobs.reschedule(TaskInstanceId.of(ServiceSagas.TASK, Long.toString(id)), due);
        } catch (TaskInstanceException atWork) {
            LOG.debug("The job of saga {} is at work already", id, atWork);
        }
    }
}
