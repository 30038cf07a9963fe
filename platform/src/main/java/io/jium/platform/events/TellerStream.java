package io.jium.platform.events;

import io.jium.platform.redis.Redis;
import io.jium.platform.redis.RedisAway;
import io.lettuce.core.Limit;
import io.lettuce.core.Range;
import io.lettuce.core.RedisCommandExecutionException;
import io.lettuce.core.StreamMessage;
import io.lettuce.core.XAddArgs;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a service has told lately, as a Redis stream. The ids of its entries are the numbers of the
 * events: adding one twice is refused by Redis, and any part can be read again. Thread-safe.
 */
final class TellerStream {

    /** What hearers miss beyond that, they ask of the teller. */
    static final int KEPT = 100_000;

    private static final String FIELD = "event";

    private final Redis redis;
    private final JsonMapper json;
    private final String key;

    TellerStream(Redis redis, JsonMapper json, String teller) {
        this.redis = redis;
        this.json = json;
        this.key = "jium:events:{%s}".formatted(teller);
    }

    String key() {
        return key;
    }

    /** The number of the last event in it; 0 when there is none. */
    long last() {
        var newest =
                redis.ask(
                        commands -> commands.xrevrange(key, Range.unbounded(), Limit.create(0, 1)));
        return newest.isEmpty() ? 0 : number(newest.getFirst());
    }

    /** Adds events in their order; what is in it already is left alone. */
    void add(List<Envelope> events) {
        redis.ask(commands -> {
            var added =
                    events.stream()
                            .map(event ->
                                    commands.xadd(
                                                    key,
                                                    XAddArgs.Builder.maxlen(KEPT)
                                                            .approximateTrimming()
                                                            .id(event.seq() + "-0"),
                                                    Map.of(FIELD, json.writeValueAsString(event)))
                                            .exceptionallyCompose(TellerStream::unlessThere)
                                            .toCompletableFuture())
                            .toArray(CompletableFuture<?>[]::new);
            return CompletableFuture.allOf(added);
        });
    }

    private static CompletionStage<String> unlessThere(Throwable refused) {
        return refused instanceof RedisCommandExecutionException
                        && String.valueOf(refused.getMessage()).contains("equal or smaller")
                ? CompletableFuture.completedFuture("")
                : CompletableFuture.failedFuture(refused);
    }

    /** What of these numbers is in it, in order. */
    List<Envelope> between(long first, long last, int most) {
        return redis
                .ask(commands ->
                        commands.xrange(
                                key, Range.create(first + "-0", last + "-0"), Limit.from(most)))
                .stream()
                .map(this::event)
                .toList();
    }

    Envelope event(StreamMessage<String, String> entry) {
        var text = entry.getBody().get(FIELD);
        if (text == null) {
            throw new RedisAway("Something that is no event is in " + key);
        }
        return json.readValue(text, Envelope.class);
    }

    private static long number(StreamMessage<String, String> entry) {
        var id = entry.getId();
        return Long.parseLong(id.substring(0, id.indexOf('-')));
    }
}
