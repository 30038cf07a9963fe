package io.jium.acceptance.crash;

import io.jium.acceptance.installation.Client;
import io.jium.acceptance.installation.Databases;
import io.jium.acceptance.installation.Installation;
import io.jium.platform.testing.Eventually;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * Signs up one person after the other: who was acknowledged is known to the payment service, too.
 */
final class Registrar implements Runnable {

    private final Client anybody;
    private final Map<Long, String> acknowledged = new ConcurrentSkipListMap<>();

    Registrar(Client anybody) {
        this.anybody = anybody;
    }

    /** Signs people up until the process is gone. */
    @Override
    public void run() {
        try {
            while (true) {
                var email = "person-%d@example.com".formatted(System.nanoTime());
                acknowledged.put(Installation.signUp(anybody, email).id(), email);
            }
        } catch (UncheckedIOException killed) {
            // As it should be: what has become of them is looked at by lost().
        }
    }

    /** Returns once all that auth has told is heard. */
    void awaitHearing(Path data) throws IOException {
        var password = Files.readString(data.resolve("admin-password")).strip();
        var login = Map.of("email", "admin@jium.local", "password", password);
        var token = anybody.post("/auth/login", login).expect(200).at("access_token").asString();
        Eventually.holds(
                "hearing of all users",
                () -> {
                    var state = anybody.as(token).get("/auth/events").expect(200);
                    return state.at("told").asLong() == state.at("heard/payment").asLong();
                });
    }

    /** How many were acknowledged. */
    int count() {
        return acknowledged.size();
    }

    /** Acknowledged people whom the payment service does not know, or knows wrongly. */
    List<Long> lost(Databases databases) {
        var known = databases.query("payment", "select user_id, email from customers");
        return acknowledged.entrySet().stream()
                .filter(person -> !known.contains(person.getKey() + "|" + person.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }
}
