package io.jium.platform.saga.travel;

import io.jium.platform.problem.Refusal;
import io.jium.platform.saga.Saga;
import io.jium.platform.saga.Sagas;
import io.jium.platform.security.Anonymous;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Anonymous
@RequestMapping("/travel/trips")
class TravelController {

    private final Sagas sagas;
    private final Saga<Trip> sale;
    private final TransactionTemplate transactions;

    TravelController(Sagas sagas, Saga<Trip> sale, TransactionTemplate transactions) {
        this.sagas = sagas;
        this.sale = sale;
        this.transactions = transactions;
    }

    record Sold(String status, @Nullable String failure) {}

    @PostMapping
    Sold sell(@RequestBody Trip trip) {
        var run = sagas.carryOut(sale, trip.name(), trip);
        return new Sold(
                run.status().name(),
                run.failure() instanceof Refusal refusal ? refusal.code() : null);
    }

    @PostMapping("/later")
    void sellLater(@RequestBody Trip trip) {
        transactions.executeWithoutResult(status -> {
            sagas.begin(sale, trip.name(), trip);
            if (trip.name().equals("never")) {
                status.setRollbackOnly();
            }
        });
    }
}
