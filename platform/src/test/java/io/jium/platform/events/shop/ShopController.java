package io.jium.platform.events.shop;

import io.jium.platform.events.Events;
import io.jium.platform.problem.Malformed;
import io.jium.platform.security.Anonymous;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Anonymous
@ResponseStatus(HttpStatus.NO_CONTENT)
class ShopController {

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
}
