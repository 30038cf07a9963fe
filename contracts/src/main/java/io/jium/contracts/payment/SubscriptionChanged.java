package io.jium.contracts.payment;

import io.jium.contracts.event.Event;

/**
 * A site's subscription is as told from now on.
 *
 * @param status {@code active}, {@code cancelled} or {@code expired}
 */
public record SubscriptionChanged(
        long subscriptionId, long serviceId, long userId, String planType, String status)
        implements Event {

    @Override
    public String about() {
        return "service " + serviceId;
    }
}
