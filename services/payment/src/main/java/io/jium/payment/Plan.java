package io.jium.payment;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What can be subscribed to. Prices are a month's, in won, VAT included. */
enum Plan {
    @JsonProperty("basic")
    BASIC(9_900, new Limits(3, 20, gigabytes(1), gigabytes(10), 30_000L)),
    @JsonProperty("premium")
    PREMIUM(29_000, new Limits(10, 200, gigabytes(10), gigabytes(100), 300_000L)),
    @JsonProperty("enterprise")
    ENTERPRISE(99_000, new Limits(null, null, gigabytes(100), gigabytes(1_000), null));

    static final int TRIAL_DAYS = 14;

    private final long price;
    private final Limits limits;

    Plan(long price, Limits limits) {
        this.price = price;
        this.limits = limits;
    }

    Limits limits() {
        return limits;
    }

    /** As it is written in tables and on the wire. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Plan of(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT));
    }

    View view(String name) {
        return new View(this, name, new Money(price, "KRW"), "month", TRIAL_DAYS, limits);
    }

    record View(
            Plan planType,
            String name,
            Money price,
            String interval,
            int trialDays,
            Limits limits) {}

    /**
     * @param amount in the currency's minor unit; KRW has none
     */
    record Money(long amount, String currency) {}

    /**
     * Null means unlimited.
     *
     * @param sites of one customer
     * @param pages of one site
     * @param disk in bytes
     * @param bandwidth in bytes a month
     * @param pageViews a month
     */
    record Limits(
            @Nullable Integer sites,
            @Nullable Integer pages,
            @Nullable Long disk,
            @Nullable Long bandwidth,
            @Nullable Long pageViews) {}

    private static long gigabytes(long n) {
        return n << 30;
    }
}
