package io.jium.acceptance.chaos;

import io.jium.acceptance.installation.Client;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Signs up and opens a site, one person after the other. */
final class Newcomer extends Person {

    private static final String PASSWORD = "seven grey herons";

    private final Client anybody;
    private final String name;
    private final List<String> people = new ArrayList<>();
    private final List<Long> sites = new ArrayList<>();
    private int number;

    Newcomer(Client anybody, String name) {
        this.anybody = anybody;
        this.name = name;
    }

    @Override
    boolean work() {
        var email = "%s-%d@example.com".formatted(name, ++number);
        var registered =
                tried(() ->
                        anybody.post(
                                "/auth/register",
                                Map.of("name", "Newcomer", "email", email, "password", PASSWORD)));
        if (registered == null) {
            return false;
        }
        var customer = anybody.as(registered.expect(201).at("access_token").asString());
        people.add(email);
        var order =
                Map.of(
                        "plan_type",
                        "basic",
                        "service",
                        Map.of("name", "Site", "slug", "%s-%d".formatted(name, number)));
        var opened =
                tried(() ->
                        customer.with("Idempotency-Key", email).post("/payment/subscribe", order));
        if (opened == null) {
            return false;
        }
        sites.add(opened.expect(201).at("service/id").asLong());
        return true;
    }

    /** Acknowledged people who cannot log in. */
    List<String> lost() {
        return people.stream()
                .filter(email ->
                        asked(() ->
                                        anybody.post(
                                                "/auth/login",
                                                Map.of(
                                                        "email", email,
                                                        "password", PASSWORD)))
                                        .status()
                                != 200)
                .toList();
    }

    List<String> people() {
        return people;
    }

    List<Long> sites() {
        return sites;
    }
}
