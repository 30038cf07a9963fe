package io.jium.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.jium.fakes.FakeNotification;
import io.jium.platform.testing.Api;
import io.jium.platform.testing.Api.Answer;
import io.jium.platform.testing.Database;
import io.jium.platform.testing.Eventually;
import io.jium.platform.testing.RunningHost;
import io.jium.platform.testing.TestClock;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** A host with the auth service, and what tests do with it again and again. */
final class AuthHost implements AutoCloseable {

    static final String PASSWORD = "correct horse battery";
    static final String ADMIN_PASSWORD = "operators only please";

    private static final AtomicInteger PEOPLE = new AtomicInteger();

    final TestClock clock;
    final RunningHost host;

    private AuthHost(TestClock clock, RunningHost host) {
        this.clock = clock;
        this.host = host;
    }

    static AuthHost start(Database database) {
        return start(database, Map.of());
    }

    static AuthHost start(Database database, Map<String, String> settings) {
        var clock = new TestClock();
        var all = new HashMap<>(settings);
        all.putIfAbsent("JIUM_ADMIN_PASSWORD", ADMIN_PASSWORD);
        all.putIfAbsent("JIUM_AUTH_SWEEP", "0.1s");
        return new AuthHost(clock, RunningHost.start(services(), database, all, clock));
    }

    private static List<Class<?>> services() {
        return List.of(AuthService.class, FakeNotification.class);
    }

    RunningHost beside(Clock itsClock) {
        return host.beside(itsClock);
    }

    /** A process without the auth service that asks this one. */
    RunningHost apart(String redisUrl) {
        return host.beside(
                Map.of(
                        "JIUM_RUN",
                        "notification",
                        "JIUM_REDIS_URL",
                        redisUrl,
                        "JIUM_AUTH_URL",
                        "http://127.0.0.1:" + host.port()));
    }

    Api api() {
        return host.api();
    }

    /** An address that nobody has yet. */
    static String freshEmail() {
        return "person%d@example.com".formatted(PEOPLE.incrementAndGet());
    }

    /** Registers somebody new. */
    Person register() {
        var email = freshEmail();
        var answer =
                api().post(
                                "/auth/register",
                                Map.of("name", "지음이", "email", email, "password", PASSWORD));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return person(answer);
    }

    Answer tryLogin(String email, String password) {
        return api().post("/auth/login", Map.of("email", email, "password", password));
    }

    Person login(String email, String password) {
        var answer = tryLogin(email, password);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return person(answer);
    }

    Person admin() {
        return login("admin@jium.local", ADMIN_PASSWORD);
    }

    Answer refresh(String token) {
        return api().post("/auth/refresh", Map.of("refresh_token", token));
    }

    Person person(Answer tokens) {
        return new Person(
                tokens.json().at("/user/id").asLong(),
                tokens.json().at("/user/email").asString(),
                tokens.json().path("access_token").asString(),
                tokens.json().path("refresh_token").asString(),
                api().as(tokens.json().path("access_token").asString()));
    }

    /** Waits for a message whose link leads to this page of the console. */
    JsonNode message(String to, String page) {
        return message(to, page, link -> true);
    }

    JsonNode message(String to, String page, Predicate<String> link) {
        return Eventually.get(
                "message to " + to,
                () ->
                        StreamSupport.stream(
                                        api().get("/notification/mailbox").json().spliterator(),
                                        false)
                                .filter(message -> message.path("to").asString().equals(to))
                                .filter(message ->
                                        message.path("link").asString().contains(page + "?"))
                                .filter(message -> link.test(message.path("link").asString()))
                                .findFirst());
    }

    long messages(String to, String page) {
        return StreamSupport.stream(api().get("/notification/mailbox").json().spliterator(), false)
                .filter(message -> message.path("to").asString().equals(to))
                .filter(message -> message.path("link").asString().contains(page + "?"))
                .count();
    }

    static String token(JsonNode message) {
        var link = message.path("link").asString();
        return link.substring(link.indexOf("token=") + "token=".length());
    }

    @Override
    public void close() {
        host.close();
    }

    /** Somebody who is logged in. */
    record Person(long id, String email, String access, String refresh, Api api) {}
}
