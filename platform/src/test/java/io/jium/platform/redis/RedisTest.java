package io.jium.platform.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jium.platform.testing.Eventually;
import io.jium.platform.testing.RedisServer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RedisTest {

    @Test
    void isAskedAndListenedToAndComesBackByItself() {
        try (var server = RedisServer.start();
                var redis = new Redis(server.url())) {
            var heard = new CopyOnWriteArrayList<String>();
            redis.onMessage("news", heard::add);
            redis.ask(commands -> commands.set("a", "1"));
            assertThat(redis.<String>ask(commands -> commands.get("a"))).isEqualTo("1");
            Eventually.holds("the news", () -> hears(redis, heard, "one"));

            server.kill();
            Eventually.holds("it is away", () -> isAway(redis));
            var begun = System.nanoTime();
            assertThatThrownBy(() -> redis.ask(commands -> commands.get("a")))
                    .isInstanceOf(RedisAway.class);
            assertThat(Duration.ofNanos(System.nanoTime() - begun))
                    .isLessThan(Duration.ofMillis(700));

            server.startAgain();
            Eventually.holds("it is back", () -> !isAway(redis));
            Eventually.holds("listening again", () -> hears(redis, heard, "two"));
        }
    }

    private static boolean hears(Redis redis, List<String> heard, String news) {
        redis.ask(commands -> commands.publish("news", news));
        return heard.contains(news);
    }

    @Test
    void mayComeLaterThanWeDo() {
        try (var server = RedisServer.start()) {
            server.kill();
            try (var redis = new Redis(server.url())) {
                assertThat(isAway(redis)).isTrue();
                server.startAgain();
                Eventually.holds("it is there", () -> !isAway(redis));
            }
        }
    }

    @Test
    void mayBeACluster() {
        var options = new String[] {"--cluster-enabled", "yes", "--cluster-node-timeout", "2000"};
        var servers = IntStream.range(0, 3).mapToObj(n -> RedisServer.start(options)).toList();
        try {
            for (var n = 0; n < 3; n++) {
                servers.get(n)
                        .cli(
                                "CLUSTER",
                                "ADDSLOTSRANGE",
                                Integer.toString(n * 5461),
                                Integer.toString(n == 2 ? 16383 : n * 5461 + 5460));
                servers.getFirst()
                        .cli(
                                "CLUSTER",
                                "MEET",
                                "127.0.0.1",
                                Integer.toString(servers.get(n).port()));
            }
            for (var server : servers) {
                Eventually.holds(
                        "a cluster",
                        () -> server.cli("CLUSTER", "INFO").contains("cluster_state:ok"));
            }
            var nodes =
                    servers.stream()
                            .map(server -> "127.0.0.1:" + server.port())
                            .collect(Collectors.joining(","));
            try (var redis = new Redis("redis-cluster://" + nodes)) {
                for (var key : List.of("a", "b", "c", "d", "e", "f")) {
                    redis.ask(commands -> commands.set(key, "value of " + key));
                    assertThat(redis.<String>ask(commands -> commands.get(key)))
                            .isEqualTo("value of " + key);
                }
            }
        } finally {
            servers.forEach(RedisServer::close);
        }
    }

    @Test
    void mayBeWhomSentinelNames() {
        try (var first = RedisServer.start();
                var second = RedisServer.start("--replicaof", "127.0.0.1 " + first.port());
                var sentinel = RedisServer.sentinel("main", first)) {
            Eventually.holds(
                    "a replica",
                    () -> second.cli("INFO", "replication").contains("master_link_status:up"));
            Eventually.holds(
                    "Sentinel knows it",
                    () ->
                            sentinel.cli("SENTINEL", "REPLICAS", "main")
                                    .contains(Integer.toString(second.port())));
            try (var redis = new Redis("redis-sentinel://127.0.0.1:" + sentinel.port() + "#main")) {
                redis.ask(commands -> commands.set("a", "1"));
                Eventually.holds("it is copied", () -> second.cli("GET", "a").equals("1"));
                first.kill();
                Eventually.holds("the other one", () -> !isAway(redis) && writes(redis));
                assertThat(redis.<String>ask(commands -> commands.get("a"))).isEqualTo("2");
                assertThat(second.cli("GET", "a")).isEqualTo("2");
            }
        }
    }

    private static boolean writes(Redis redis) {
        try {
            redis.ask(commands -> commands.set("a", "2"));
            return true;
        } catch (RedisAway notYet) {
            return false;
        }
    }

    private static boolean isAway(Redis redis) {
        try {
            redis.ask(commands -> commands.get("a"));
            return false;
        } catch (RedisAway away) {
            return true;
        }
    }
}
