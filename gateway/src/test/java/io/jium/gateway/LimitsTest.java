package io.jium.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.jium.platform.redis.Redis;
import io.jium.platform.testing.Eventually;
import io.jium.platform.testing.RedisServer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LimitsTest {

    private static final Instant TEN_PAST = Instant.parse("2026-11-22T20:00:10.500Z");

    private static Limits limits(Counters counters, Duration later) {
        return new Limits(3, 5, counters, Clock.fixed(TEN_PAST.plus(later), ZoneOffset.UTC));
    }

    private static Limits.Decision decided(Limits limits, String consumer, Limit limit) {
        return limits.decide(consumer, limit).join();
    }

    private static Map<String, String> headers(Limits.Decision decision) {
        var headers = new HashMap<String, String>();
        decision.headers().forEach(field -> headers.put(field.getName(), field.getValue()));
        return headers;
    }

    @Test
    void theFourthInAMinuteIsRefusedAndToldWhenToCome() {
        var counters = new LocalCounters();
        var limits = limits(counters, Duration.ZERO);
        assertThat(headers(decided(limits, "a", Limit.ORDINARY)))
                .containsEntry("RateLimit-Limit", "3")
                .containsEntry("RateLimit-Remaining", "2")
                .containsEntry("RateLimit-Reset", "50")
                .containsEntry("X-RateLimit-Remaining-Hour", "4")
                .doesNotContainKey("Retry-After");
        decided(limits, "a", Limit.ORDINARY);
        assertThat(decided(limits, "a", Limit.ORDINARY).isAllowed()).isTrue();
        var refused = decided(limits, "a", Limit.ORDINARY);
        assertThat(refused.isAllowed()).isFalse();
        assertThat(headers(refused))
                .containsEntry("Retry-After", "50")
                .containsEntry("X-RateLimit-Remaining-Minute", "0")
                .containsEntry("X-RateLimit-Remaining-Hour", "2");
    }

    @Test
    void aNewMinuteStartsAnewButTheHourGoesOnAndWhatWasRefusedWasNotCounted() {
        var counters = new LocalCounters();
        for (var i = 0; i < 10; i++) {
            decided(limits(counters, Duration.ZERO), "a", Limit.ORDINARY);
        }
        var later = limits(counters, Duration.ofSeconds(50));
        assertThat(decided(later, "a", Limit.ORDINARY).isAllowed()).isTrue();
        assertThat(decided(later, "a", Limit.ORDINARY).isAllowed()).isTrue();
        var refused = decided(later, "a", Limit.ORDINARY);
        assertThat(refused.isAllowed()).isFalse();
        assertThat(headers(refused))
                .containsEntry("RateLimit-Limit", "5")
                .containsEntry("Retry-After", "3540");
        assertThat(decided(limits(counters, Duration.ofHours(1)), "a", Limit.ORDINARY).isAllowed())
                .isTrue();
    }

    @Test
    void consumersAndClassesAreCountedApart() {
        var limits = limits(new LocalCounters(), Duration.ZERO);
        for (var i = 0; i < 3; i++) {
            decided(limits, "a", Limit.ORDINARY);
        }
        assertThat(decided(limits, "a", Limit.ORDINARY).isAllowed()).isFalse();
        assertThat(decided(limits, "b", Limit.ORDINARY).isAllowed()).isTrue();
        assertThat(headers(decided(limits, "a", Limit.SAVES)))
                .containsEntry("RateLimit-Limit", "30");
    }

    @Test
    void withoutLimitsNothingIsSaid() {
        var off = new Limits(0, 0, new LocalCounters(), Clock.systemUTC());
        assertThat(decided(off, "a", Limit.ORDINARY).headers()).isEmpty();
    }

    @Test
    void gatewaysCountTogetherInRedisAndAloneWhileItIsAway() {
        try (var server = RedisServer.start();
                var redis = new Redis(server.url())) {
            var one = limits(new RedisCounters(redis, new LocalCounters()), Duration.ZERO);
            var other = limits(new RedisCounters(redis, new LocalCounters()), Duration.ZERO);
            awaitCounting(server, one, "FILES");
            awaitCounting(server, other, "BEACON");
            server.cli("flushall");
            decided(one, "a", Limit.ORDINARY);
            decided(other, "a", Limit.ORDINARY);
            assertThat(headers(decided(one, "a", Limit.ORDINARY)))
                    .containsEntry("RateLimit-Remaining", "0");
            assertThat(decided(other, "a", Limit.ORDINARY).isAllowed()).isFalse();
            assertThat(server.cli("keys", "*").lines())
                    .hasSize(2)
                    .allSatisfy(key ->
                            assertThat(
                                            Long.parseLong(
                                                    server.cli(
                                                            "pttl",
                                                            key.strip()
                                                                    .replaceAll(
                                                                            "^\\d+\\) |\"", ""))))
                                    .isPositive());
            server.kill();
            assertThat(headers(decided(other, "a", Limit.ORDINARY)))
                    .as("counted alone, from the beginning")
                    .containsEntry("RateLimit-Remaining", "2");
            server.startAgain();
            awaitCounting(server, one, "UPLOADS");
        }
    }

    private static void awaitCounting(RedisServer server, Limits limits, String limit) {
        Eventually.holds(
                "counting in Redis",
                () -> {
                    decided(limits, "somebody", Limit.valueOf(limit));
                    return !server.cli("keys", "*" + limit + "*").isEmpty();
                });
    }
}
