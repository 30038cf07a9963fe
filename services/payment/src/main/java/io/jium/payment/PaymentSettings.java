package io.jium.payment;

import io.jium.platform.settings.Setting;
import java.time.Duration;

/** What an operator can set about customers' sites. */
record PaymentSettings(
        @Setting(
                        name = "JIUM_PAYMENT_SWEEP",
                        standard = "1h",
                        help =
                                "How often the payment service looks for sites to delete from the trash.")
                Duration sweep) {

    PaymentSettings {
        if (!sweep.isPositive()) {
            throw new IllegalArgumentException("JIUM_PAYMENT_SWEEP must be longer than nothing");
        }
    }
}
