package io.jium.platform.saga;

import io.jium.platform.problem.Refusal;
import io.jium.platform.saga.Position.Stuck;
import io.jium.platform.saga.Position.Tries;
import io.jium.platform.saga.Position.Undoing;
import io.jium.platform.saga.SagaRows.Row;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Carries sagas on. Who does so holds the row's version: another who takes the saga over, because
 * this one seems to be dead, raises it, and then nothing more is written here. What is under way at
 * that moment may be done twice; that is why steps bear being repeated.
 */
@Component
class SagaRunning {

    private static final Logger LOG = LoggerFactory.getLogger(SagaRunning.class);

    /** Refusals that say nothing about what was asked for. */
    private static final Set<HttpStatus> PASSING =
            Set.of(
                    HttpStatus.UNAUTHORIZED,
                    HttpStatus.REQUEST_TIMEOUT,
                    HttpStatus.TOO_EARLY,
                    HttpStatus.TOO_MANY_REQUESTS);

    private final SagaRows rows;
    private final TransactionTemplate transactions;
    private final Clock clock;

    SagaRunning(SagaRows rows, TransactionTemplate transactions, Clock clock) {
        this.rows = rows;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Where it came to rest, and what had kept it from going on. */
    record Rest<S extends Record>(Row<S> row, @Nullable RuntimeException failure) {

        /** When it is to be carried on, if it is. */
        Optional<Instant> due() {
            return row.position().present().map(Tries::due);
        }
    }

    /** Takes a saga over from whoever began it; answers when it is to be carried on next. */
    Optional<Instant> resume(long id) {
        var found = rows.find(id).filter(row -> !(row.position() instanceof Stuck));
        if (found.isEmpty()) {
            return Optional.empty();
        }
        MDC.put("trace_id", found.get().traceId());
        try {
            return takeOver(found.get());
        } catch (Overtaken another) {
            LOG.debug("It is left to the other", another);
            return Optional.of(clock.instant().plus(Sagas.HEAD_START));
        } finally {
            MDC.remove("trace_id");
        }
    }

    private <S extends Record> Optional<Instant> takeOver(Row<S> row) {
        var until = row.heldUntil();
        var now = clock.instant();
        if (until.isPresent() && until.get().isAfter(now)) {
            return until;
        }
        var at = new Rest<>(row, null);
        if (row.position().isDue(now)) {
            at = run(rows.write(row, row.position(), row.state(), null));
        }
        return at.due();
    }

    /** Goes on as far as it gets without waiting. */
    <S extends Record> Rest<S> run(Row<S> row) {
        var rest = new Rest<>(row, null);
        while (rest.row.position().isDue(clock.instant())) {
            var next = attempt(rest.row);
            rest = new Rest<>(next.row, next.failure == null ? rest.failure : next.failure);
        }
        return rest;
    }

    private <S extends Record> Rest<S> attempt(Row<S> row) {
        var step = row.saga().steps().get(row.position().step());
        S state;
        try {
            if (step.isLocal()) {
                return new Rest<>(
                        transactions.execute(status -> succeeded(row, moved(step, row))), null);
            }
            state = moved(step, row);
        } catch (Overtaken another) {
            throw another;
        } catch (RuntimeException failed) {
            return new Rest<>(failed(row, failed), failed);
        }
        return new Rest<>(succeeded(row, state), null);
    }

    private static <S extends Record> S moved(Step<S> step, Row<S> row) {
        return row.position() instanceof Undoing ? step.undo(row.state()) : step.act(row.state());
    }

    private <S extends Record> Row<S> succeeded(Row<S> row, S state) {
        return rows.write(row, next(row, Event.SUCCEEDED), state, null);
    }

    private <S extends Record> Row<S> failed(Row<S> row, RuntimeException failed) {
        var isRefused =
                failed instanceof Refusal refusal
                        && refusal.status().is4xxClientError()
                        && !PASSING.contains(refusal.status());
        var next = next(row, isRefused ? Event.REFUSED : Event.FAILED);
        var reason = reason(failed);
        // Refusals are known by their code; of anything else the trace is wanted.
        var trace = failed instanceof Refusal ? null : failed;
        if (next instanceof Stuck) {
            LOG.error("{} is stuck and needs somebody to look at it: {}", row, reason, failed);
        } else if (next.getClass() == row.position().getClass()) {
            LOG.warn("{} will be tried again: {}", row, reason, trace);
        } else {
            LOG.info("{} cannot be done, and is taken back: {}", row, reason, trace);
        }
        return rows.write(row, next, row.state(), reason);
    }

    private <S extends Record> Position next(Row<S> row, Event event) {
        return row.saga().course().next(row.position(), event, row.deadline(), clock.instant());
    }

    /** Without what exceptions like to quote: that may name people. */
    private static String reason(RuntimeException failed) {
        return failed instanceof Refusal refusal
                ? "%d %s".formatted(refusal.status().value(), refusal.code())
                : failed.getClass().getSimpleName();
    }
}
