package io.jium.payment;

import io.jium.contracts.auth.UserCreated;
import io.jium.contracts.auth.UserDeleted;
import io.jium.contracts.auth.UserUpdated;
import io.jium.platform.events.Hearer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Follows what the auth service tells about users. */
@Configuration(proxyBeanMethods = false)
class KeepingCustomers {

    @Bean
    Hearer<UserCreated> userCreated(Customers customers) {
        return new Hearer<>(
                UserCreated.class,
                user -> customers.keep(user.userId(), user.name(), user.email()));
    }

    @Bean
    Hearer<UserUpdated> userUpdated(Customers customers) {
        return new Hearer<>(
                UserUpdated.class,
                user -> customers.keep(user.userId(), user.name(), user.email()));
    }

    /** A site of his that was opened at the last moment goes, too. */
    @Bean
    Hearer<UserDeleted> userDeleted(Customers customers, DeletingSites deleting) {
        return new Hearer<>(
                UserDeleted.class,
                user -> {
                    customers.leave(user.userId());
                    deleting.beginAllOf(user.userId());
                });
    }
}
