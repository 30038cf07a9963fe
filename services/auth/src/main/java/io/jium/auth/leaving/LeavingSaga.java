package io.jium.auth.leaving;

import io.jium.auth.leaving.LeavingSteps.Departure;
import io.jium.platform.saga.Saga;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The saga of this service. */
@Configuration(proxyBeanMethods = false)
class LeavingSaga {

    @Bean
    Saga<Departure> deleteAccount(LeavingSteps steps) {
        return steps.inOrder();
    }
}
