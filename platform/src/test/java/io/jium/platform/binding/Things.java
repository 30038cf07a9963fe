package io.jium.platform.binding;

import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.DeleteExchange;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.PostExchange;
import org.springframework.web.service.annotation.PutExchange;

/** A contract of a service that these tests play. */
interface Things {

    @GetExchange("/api/things/{id}")
    Thing get(@PathVariable("id") long id);

    @PutExchange("/api/things/{id}")
    void put(@PathVariable("id") long id, @RequestBody Thing thing);

    @DeleteExchange("/api/things/{id}")
    void delete(@PathVariable("id") long id);

    @PostExchange("/api/things")
    Thing add(@RequestBody Thing thing);

    record Thing(String name) {}

    /** Another contract of the same service. */
    interface Others {

        @GetExchange("/api/others")
        Thing get();
    }
}
