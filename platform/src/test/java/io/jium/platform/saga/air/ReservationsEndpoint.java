package io.jium.platform.saga.air;

import io.jium.platform.problem.Refusal;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.RestController;

@RestController
class ReservationsEndpoint implements Reservations {

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;

    ReservationsEndpoint(JdbcClient jdbc, TransactionTemplate transactions) {
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    @Override
    public void reserve(long trip, String kind) {
        if (kind.equals("full")) {
            throw new Refusal(HttpStatus.CONFLICT, "full");
        }
        try {
            transactions.executeWithoutResult(status -> {
                jdbc.sql("insert into reservations (trip, kind, cancelled) values (?, ?, false)")
                        .params(trip, kind)
                        .update();
                jdbc.sql("insert into effects (trip, kind) values (?, ?)")
                        .params(trip, kind)
                        .update();
            });
        } catch (DuplicateKeyException known) {
            if (isCancelled(trip, kind)) {
                throw new Refusal(HttpStatus.GONE, "cancelled");
            }
        }
    }

    @Override
    public void cancel(long trip, String kind) {
        jdbc.sql(
                        """
                        insert into reservations (trip, kind, cancelled) values (?, ?, true)
                        on duplicate key update cancelled = true
                        """)
                .params(trip, kind)
                .update();
    }

    private boolean isCancelled(long trip, String kind) {
        return jdbc.sql("select cancelled from reservations where trip = ? and kind = ?")
                .params(trip, kind)
                .query(Boolean.class)
                .single();
    }
}
