package io.jium.content;

import io.jium.contracts.auth.UserCreated;
import io.jium.contracts.auth.UserDeleted;
import io.jium.contracts.auth.UserUpdated;
import io.jium.contracts.payment.ServiceCreated;
import io.jium.contracts.payment.ServiceDeleted;
import io.jium.platform.events.Hearer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Follows what others tell about users and sites. */
@Configuration(proxyBeanMethods = false)
class FollowingOthers {

    @Bean
    Hearer<UserCreated> userCreated(KnownUsers users) {
        return new Hearer<>(
                UserCreated.class, user -> users.keep(user.userId(), user.name(), user.email()));
    }

    @Bean
    Hearer<UserUpdated> userUpdated(KnownUsers users) {
        return new Hearer<>(
                UserUpdated.class, user -> users.keep(user.userId(), user.name(), user.email()));
    }

    /** What he wrote goes with his sites, of which payment tells. */
    @Bean
    Hearer<UserDeleted> userDeleted(KnownUsers users) {
        return new Hearer<>(UserDeleted.class, user -> users.leave(user.userId()));
    }

    @Bean
    Hearer<ServiceCreated> serviceCreated(KnownSites sites) {
        return new Hearer<>(
                ServiceCreated.class, site -> sites.enter(site.serviceId(), site.ownerId()));
    }

    @Bean
    Hearer<ServiceDeleted> serviceDeleted(KnownSites sites, Boards boards) {
        return new Hearer<>(
                ServiceDeleted.class,
                site -> {
                    sites.leave(site.serviceId());
                    boards.deleteAll(site.serviceId());
                });
    }
}
