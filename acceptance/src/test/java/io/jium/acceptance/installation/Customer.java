package io.jium.acceptance.installation;

import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** Somebody with an account, signed in. */
public record Customer(
        Client client,
        long id,
        String email,
        String password,
        String accessToken,
        String refreshToken) {

    private static final String PASSWORD = "seven green umbrellas";
    private static final AtomicInteger SITES = new AtomicInteger();

    static Customer signUp(Client anybody, String name, String email) {
        var answer =
                anybody.post(
                        "/auth/register",
                        Map.of("name", name, "email", email, "password", PASSWORD));
        return of(anybody, answer.expect(201), email, PASSWORD);
    }

    static Customer logIn(Client anybody, String email, String password) {
        var answer = anybody.post("/auth/login", Map.of("email", email, "password", password));
        return of(anybody, answer.expect(200), email, password);
    }

    private static Customer of(Client anybody, Answer tokens, String email, String password) {
        var access = tokens.at("access_token").asString();
        return new Customer(
                anybody.as(access),
                tokens.at("user/id").asLong(),
                email,
                password,
                access,
                tokens.at("refresh_token").asString());
    }

    /** The same person, in a further session. */
    public Customer again(Client anybody) {
        return logIn(anybody, email, password);
    }

    /** The version that this address has now; the one known before when it has none. */
    public String etag(String address, String before) {
        var now = client.get(address).etag();
        return now.isEmpty() ? before : now;
    }

    /** A new site of this customer, empty but for its home page. */
    public Site site() {
        return site("site-%d".formatted(SITES.incrementAndGet()));
    }

    /** A new site under this slug. */
    public Site site(String slug) {
        var order =
                Map.of("plan_type", "enterprise", "service", Map.of("name", "Site", "slug", slug));
        var opened = client.post("/payment/subscribe", order).expect(201);
        var service = opened.at("service/id").asLong();
        var home = client.get("/builder/pages?service_id=" + service).expect(200).at("data/0/id");
        return new Site(this, service, slug, home.asLong());
    }
}
