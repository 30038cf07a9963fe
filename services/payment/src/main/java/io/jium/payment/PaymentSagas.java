package io.jium.payment;

import io.jium.payment.DeletingSteps.Closing;
import io.jium.payment.SettingAsideSteps.Moving;
import io.jium.platform.saga.Saga;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The sagas of this service. */
@Configuration(proxyBeanMethods = false)
class PaymentSagas {

    @Bean
    Saga<Opening> createService(OpeningSteps steps) {
        return steps.inOrder();
    }

    @Bean
    Saga<Moving> moveService(SettingAsideSteps steps) {
        return steps.inOrder();
    }

    @Bean
    Saga<Closing> deleteService(DeletingSteps steps) {
        return steps.inOrder();
    }
}
