package io.jium.platform.redis;

import io.lettuce.core.api.StatefulConnection;
import io.lettuce.core.cluster.api.async.RedisClusterAsyncCommands;
import io.lettuce.core.pubsub.RedisPubSubAdapter;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The Redis of this installation: one server, Sentinel or Cluster. It may be away at any time, from
 * the start on; then every call fails at once with {@link RedisAway}, until it is back.
 * Thread-safe.
 */
public final class Redis implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Redis.class);

    /**
     * Of what answers a request: Redis takes a fraction of a millisecond, or is as good as away.
     */
    private static final Duration LONGEST = Duration.ofMillis(500);

    private static final Duration FIRST_TRY = Duration.ofSeconds(2);
    private static final Duration TRY_AGAIN = Duration.ofSeconds(1);

    private final RedisServers servers;
    private final CountDownLatch tried = new CountDownLatch(1);
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile @Nullable Link shared;

    /**
     * Waits for Redis for a moment, then goes on without it.
     *
     * @param url {@code redis://host:port}, {@code redis-sentinel://host,host#master} or {@code
     *     redis-cluster://host:port,host:port}; {@code rediss…} with TLS
     */
    public Redis(String url) {
        this.servers = RedisServers.at(url);
        Thread.ofVirtual().name("redis-connect").start(() -> untilDone(this::connect));
        try {
            if (!tried.await(FIRST_TRY.toMillis(), TimeUnit.MILLISECONDS) || shared == null) {
                LOG.warn("Redis is away: going on without it");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** One connection with the commands that single servers and clusters both have. */
    public record Link(
            StatefulConnection<String, String> connection,
            RedisClusterAsyncCommands<String, String> commands)
            implements AutoCloseable {

        /** The answer to a command, waited for. */
        public <T> T await(CompletionStage<T> answer, Duration longest) {
            return Redis.await(answer, longest);
        }

        @Override
        public void close() {
            connection.close();
        }
    }

    /** Asks over the connection that all share; not for commands that block. */
    public <T> T ask(
            Function<RedisClusterAsyncCommands<String, String>, CompletionStage<T>> question) {
        var link = shared;
        if (link == null) {
            throw new RedisAway("Redis has not been reached yet", null);
        }
        return await(question.apply(link.commands), LONGEST);
    }

    /**
     * The numbers that a script answers with, over the connection that all share. Does not wait;
     * fails with {@link RedisAway}.
     */
    public CompletableFuture<List<Long>> run(Script script, String[] keys, String... values) {
        var link = shared;
        if (link == null) {
            return CompletableFuture.failedFuture(
                    new RedisAway("Redis has not been reached yet", null));
        }
        var answer = script.run(link.commands, keys, values).toCompletableFuture();
        servers.limit(answer, LONGEST);
        return answer.exceptionallyCompose(failed ->
                CompletableFuture.failedFuture(new RedisAway("Redis failed: " + failed, failed)));
    }

    /** Whether it answers, as far as is known at this moment. */
    public boolean isReached() {
        var link = shared;
        return link != null && link.connection.isOpen();
    }

    /** A connection of one's own, for commands that block; to be closed. */
    public Link open() {
        return servers.open();
    }

    /**
     * Hears what is published on a channel, as soon as Redis is there and again after it was away;
     * what is published meanwhile is lost.
     */
    public void onMessage(String channel, Consumer<String> listener) {
        Thread.ofVirtual()
                .name("redis-" + channel)
                .start(() -> untilDone(() -> subscribe(channel, listener)));
    }

    private void subscribe(String channel, Consumer<String> listener) {
        var connection = servers.listen();
        connection.addListener(
                new RedisPubSubAdapter<>() {
                    @Override
                    public void message(String from, String message) {
                        listener.accept(message);
                    }
                });
        try {
            await(connection.async().subscribe(channel), RedisServers.CONNECT);
        } catch (RedisAway failed) {
            // It is tried again with another one; this one must not hear everything twice.
            connection.close();
            throw failed;
        }
    }

    static <T> T await(CompletionStage<T> answer, Duration longest) {
        try {
            return answer.toCompletableFuture().get(longest.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException failed) {
            throw new RedisAway("Redis failed: " + failed.getCause(), failed.getCause());
        } catch (TimeoutException late) {
            throw new RedisAway("Redis did not answer in time", late);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new RedisAway("Interrupted", interrupted);
        }
    }

    /** The first connection; from then on the client connects again by itself. */
    private void connect() {
        shared = servers.open();
        LOG.info("Redis is reached");
        tried.countDown();
    }

    private void untilDone(Runnable attempt) {
        try {
            do {
                try {
                    attempt.run();
                    return;
                } catch (RedisAway away) {
                    LOG.debug("Redis is still away", away);
                    tried.countDown();
                }
            } while (!closed.await(TRY_AGAIN.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closed.countDown();
        servers.close();
    }
}
