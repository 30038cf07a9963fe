package io.jium.platform.events.shop;

import io.jium.platform.events.Events;
import io.jium.platform.problem.Malformed;
import io.jium.platform.security.Anonymous;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Anonymous
@ResponseStatus(HttpStatus.NO_CONTENT)
class ShopController {

    private static final int SELLERS = 8;

    private final Events events;
    private final TransactionTemplate transactions;

    ShopController(Events events, TransactionTemplate transactions) {
        this.events = events;
        this.transactions = transactions;
    }

    @PostMapping("/shop/sell")
    void sell(@RequestBody Sold sale) {
        transactions.executeWithoutResult(status -> events.tell(sale));
    }

    @PostMapping("/shop/sell-and-fail")
    void sellAndFail(@RequestBody Sold sale) {
        transactions.executeWithoutResult(status -> {
            events.tell(sale);
            throw new Malformed();
        });
    }

    @PostMapping("/shop/tell-without-a-transaction")
    void tell(@RequestBody Sold sale) {
        events.tell(sale);
    }

    /** Sells at this rate for so long, each sale in a transaction of its own; how many. */
    @PostMapping("/shop/sell-on")
    @ResponseStatus(HttpStatus.OK)
    int sellOn(@RequestParam int rate, @RequestParam int seconds) {
        var sales = rate * seconds;
        var begun = System.nanoTime();
        var next = new AtomicInteger();
        try (var threads = Executors.newFixedThreadPool(SELLERS)) {
            for (var seller = 0; seller < SELLERS; seller++) {
                threads.execute(() -> {
                    for (var n = next.getAndIncrement(); n < sales; n = next.getAndIncrement()) {
                        var due = begun + n * 1_000_000_000L / rate - System.nanoTime();
                        if (due > 0) {
                            LockSupport.parkNanos(due);
                        }
                        sell(new Sold(n % 50, ""));
                    }
                });
            }
        }
        return sales;
    }
}
