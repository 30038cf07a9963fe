package io.jium.platform.redis;

import io.jium.platform.redis.Redis.Link;
import io.lettuce.core.AbstractRedisClient;
import io.lettuce.core.ClientOptions;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisException;
import io.lettuce.core.RedisURI;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.cluster.ClusterClientOptions;
import io.lettuce.core.cluster.ClusterTopologyRefreshOptions;
import io.lettuce.core.cluster.RedisClusterClient;
import io.lettuce.core.pubsub.StatefulRedisPubSubConnection;
import io.lettuce.core.resource.ClientResources;
import io.lettuce.core.resource.DefaultClientResources;
import io.lettuce.core.resource.Delay;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/** Connections to one server, to the master that Sentinel names, or to a cluster. Thread-safe. */
record RedisServers(
        AbstractRedisClient client,
        Supplier<Link> links,
        Supplier<StatefulRedisPubSubConnection<String, String>> ears)
        implements AutoCloseable {

    /** Connecting, too, must not take longer than a request can wait. */
    static final Duration CONNECT = Duration.ofSeconds(1);

    private static final String CLUSTER = "-cluster://";

    /** An address as in {@link Redis#Redis}; refuses one it cannot read. */
    static RedisServers at(String url) {
        var resources =
                DefaultClientResources.builder()
                        .ioThreadPoolSize(2)
                        .computationThreadPoolSize(2)
                        .reconnectDelay(Delay.exponential(50, 1000, TimeUnit.MILLISECONDS, 2))
                        .build();
        return url.contains(CLUSTER)
                ? cluster(resources, nodes(url))
                : single(resources, timed(RedisURI.create(url)));
    }

    private static RedisServers single(ClientResources resources, RedisURI address) {
        var client = RedisClient.create(resources, address);
        client.setOptions(impatient());
        return new RedisServers(
                client,
                () -> {
                    var connection = client.connect();
                    return new Link(connection, connection.async());
                },
                client::connectPubSub);
    }

    private static RedisServers cluster(ClientResources resources, List<RedisURI> nodes) {
        var client = RedisClusterClient.create(resources, nodes);
        var refresh =
                ClusterTopologyRefreshOptions.builder()
                        .enablePeriodicRefresh(Duration.ofSeconds(5))
                        .build();
        client.setOptions(
                ClusterClientOptions.builder(impatient()).topologyRefreshOptions(refresh).build());
        return new RedisServers(
                client,
                () -> {
                    var connection = client.connect();
                    return new Link(connection, connection.async());
                },
                client::connectPubSub);
    }

    /** What is asked while there is no connection fails at once instead of waiting for one. */
    private static ClientOptions impatient() {
        return ClientOptions.builder()
                .disconnectedBehavior(ClientOptions.DisconnectedBehavior.REJECT_COMMANDS)
                .socketOptions(
                        SocketOptions.builder().connectTimeout(CONNECT).keepAlive(true).build())
                .build();
    }

    private static List<RedisURI> nodes(String url) {
        var at = url.indexOf(CLUSTER);
        var rest = url.substring(at + CLUSTER.length());
        var user = rest.substring(0, rest.lastIndexOf('@') + 1);
        return Arrays.stream(rest.substring(user.length()).split(","))
                .map(node -> timed(RedisURI.create(url.substring(0, at) + "://" + user + node)))
                .toList();
    }

    private static RedisURI timed(RedisURI address) {
        address.setTimeout(CONNECT);
        return address;
    }

    Link open() {
        return reached(links);
    }

    StatefulRedisPubSubConnection<String, String> listen() {
        return reached(ears);
    }

    /** Fails an answer that has not come by then; 100 ms more or less, but cheap. */
    void limit(CompletableFuture<?> answer, Duration longest) {
        var alarm =
                client.getResources()
                        .timer()
                        .newTimeout(
                                late -> answer.completeExceptionally(new TimeoutException()),
                                longest.toMillis(),
                                TimeUnit.MILLISECONDS);
        var _ = answer.whenComplete((given, failed) -> alarm.cancel());
    }

    private static <C> C reached(Supplier<C> connecting) {
        try {
            return connecting.get();
        } catch (RedisException away) {
            throw new RedisAway("Redis cannot be reached", away);
        }
    }

    @Override
    public void close() {
        client.shutdown(Duration.ZERO, Duration.ofSeconds(1));
        var _ = client.getResources().shutdown(0, 1, TimeUnit.SECONDS);
    }
}
